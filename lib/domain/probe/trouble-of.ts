import type { OutsideTrouble } from "./terms";

/** What an HTTP status says by itself; null when the body is worth reading. */
export function troubleOfStatus(status: number): OutsideTrouble | null {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  if (status === 503) return "maintenance";
  if (status >= 500) return "server-error";
  return status >= 200 && status < 300 ? null : "not-understood";
}

/** Codes of Node.js and OpenSSL for a certificate that is not to be trusted (tls.connect). */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|^ERR_TLS|^ERR_SSL|EPROTO/;

/** What it means that no answer came: a certificate, or a server that cannot be reached. */
export function troubleOfFailure(error: unknown): OutsideTrouble {
  return CERTIFICATE.test(codeOf(error)) ? "certificate" : "unreachable";
}

/** Whether nobody spoke TLS there: no connection at all, or another protocol on that port. */
export function speaksNoTls(error: unknown): boolean {
  return !CERTIFICATE.test(codeOf(error)) || /EPROTO|^ERR_SSL/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const code = "code" in error ? String(error.code) : "";
  return code === "" && error.cause !== undefined ? codeOf(error.cause) : code;
}
