import type { z } from "zod";
import { variableNames, variables } from "./variables";

/** Single sign-on has all of them or none. */
export const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
const NEEDED_BY = { resend: "RESEND_API_KEY", smtp: "SMTP_URL", mailbox: "MAILBOX_DIR" } as const;

/** Variables by name, as a process has them. */
export type Source = Record<string, string | undefined>;

/**
 * `source` without blanks and line ends around its values, which editors, secret stores and `echo` leave there: no header
 * could carry them, and no two sides would agree on them. An id stays as it is: of digits alone, or refused.
 */
export function trimmed(source: Source): Source {
  const value = (name: string) => (name === "CANARY_SITE_ID" ? source[name] : source[name]?.trim());
  return Object.fromEntries(variableNames.map((name) => [name, value(name)]));
}

/** One sentence for each bad variable: the first that is wrong with it. */
export function problemsOf(type: z.ZodType, source: Source): Map<string, string> {
  const problems = new Map<string, string>();
  for (const issue of type.safeParse(source).error?.issues ?? []) {
    const name = issue.path.join(".");
    if (!problems.has(name)) problems.set(name, `${name} ${issue.message}`);
  }
  return problems;
}

/** Whether plain http to this address stays on this machine. */
function isLoopback(url: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname);
}

/** What is wrong with variables together that is not wrong with one of them alone. */
function problemsBetween(source: Source): [name: string, problem: string][] {
  const problems: [string, string][] = [];
  const transport = variables.shape.MAIL_TRANSPORT.safeParse(source.MAIL_TRANSPORT).data;
  const needed = transport && NEEDED_BY[transport];
  if (needed && !source[needed]) problems.push([needed, `is missing; MAIL_TRANSPORT=${transport} needs it`]);
  const address = variables.shape.NEXTAUTH_URL.safeParse(source.NEXTAUTH_URL).data;
  if (address?.startsWith("http://") && !isLoopback(address) && source.PROXY_ENDS_TLS !== "true") {
    problems.push([
      "NEXTAUTH_URL",
      "is plain http, over which passwords and sessions can be read on the way. Use https, or set PROXY_ENDS_TLS=true if a proxy before the portal speaks https with browsers",
    ]);
  }
  const matomo = variables.shape.MATOMO_URL.safeParse(source.MATOMO_URL).data;
  if (address && matomo && !isLoopback(address) && new URL(matomo).hostname === new URL(address).hostname) {
    problems.push([
      "NEXTAUTH_URL",
      "has the host name of MATOMO_URL: a script injected into the one could ride the other's cookies. Give the portal a host name of its own",
    ]);
  }
  if (variables.shape.CANARY_SITE_ID.safeParse(source.CANARY_SITE_ID).data && !source.MATOMO_URL) {
    problems.push(["MATOMO_URL", "is missing; CANARY_SITE_ID needs it, so that the portal can look from outside"]);
  }
  const issuer = variables.shape.OIDC_ISSUER.safeParse(source.OIDC_ISSUER).data;
  if (issuer?.startsWith("http://") && !isLoopback(issuer)) problems.push(["OIDC_ISSUER", "must be an https address"]);
  if (source.ALERT_WEBHOOK_URL && !source.ALERT_WEBHOOK_SECRET) {
    problems.push([
      "ALERT_WEBHOOK_SECRET",
      "is missing; ALERT_WEBHOOK_URL needs it, so that the receiver can tell who calls",
    ]);
  }
  if (OIDC.some((name) => source[name])) {
    for (const name of OIDC) {
      if (!source[name]) problems.push([name, `is missing; single sign-on needs ${OIDC.join(", ")} together`]);
    }
  }
  return problems;
}

/** One sentence for each bad variable, by name; none holds a value. */
export function allProblems(source: Source): Map<string, string> {
  const problems = problemsOf(variables, source);
  for (const [name, problem] of problemsBetween(source)) {
    if (!problems.has(name)) problems.set(name, `${name} ${problem}`);
  }
  return problems;
}
