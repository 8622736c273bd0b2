import { isApiPath } from "./response-headers";

export const requestRefusals = [
  "method_not_allowed",
  "foreign_origin",
  "length_required",
  "body_too_large",
  "not_found",
] as const;
export type RequestRefusal = (typeof requestRefusals)[number];

export const MAX_BODY_BYTES = 256 * 1024;

/** Paths that may be posted to from elsewhere, because something else than Origin and cookie proves the sender. */
export const postsFromElsewhere: readonly string[] = ["/api/reminders/slow", "/api/webhooks/resend"];

/** Where HEAD is answered as GET is, because both change nothing there: link checkers and monitors ask so. */
const readsByHead: readonly string[] = ["/api/reminders/slow", "/api/healthz", "/api/readyz"];

/** RFC 9110, 9.2.1: they ask for nothing to be changed, so that refusing one is nothing to record. */
export const safeMethods: readonly string[] = ["GET", "HEAD", "OPTIONS", "TRACE"];

export type RequestFacts = {
  method: string;
  path: string;
  /** the headers Origin and Content-Length */
  origin: string | null;
  contentLength: string | null;
};

/**
 * Why a request is refused before anything of the portal runs; null when it may go on. Sources: OWASP ASVS 5.0, 3.5.1
 * and 3.5.3 (Origin, methods); RFC 9110, 15.5.12 and 15.5.14 (411, 413).
 * @param portalOrigin the only Origin a POST may carry; a browser sends one with every POST, so none is refused too
 */
export function judgeRequest(request: RequestFacts, portalOrigin: string): RequestRefusal | null {
  const { method, path, origin, contentLength } = request;
  if (method === "GET") return null;
  // A route handler without a HEAD of its own would run its GET.
  if (method === "HEAD") return isApiPath(path) && !readsByHead.includes(path) ? "method_not_allowed" : null;
  if (method !== "POST") return "method_not_allowed";
  if (origin !== portalOrigin && !postsFromElsewhere.includes(path)) return "foreign_origin";
  if (contentLength === null || !/^\d+$/.test(contentLength)) return "length_required";
  return Number(contentLength) > MAX_BODY_BYTES ? "body_too_large" : null;
}
