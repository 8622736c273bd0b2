const TWO_YEARS_S = 63_072_000;
const FEATURES = [
  "accelerometer",
  "camera",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "payment",
  "usb",
];

/** For answers that are no page: they load nothing and stand in no frame. */
const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * The headers that every answer carries, whatever it is; nothing but static files and messages is kept anywhere. Sources: OWASP ASVS
 * 5.0, 3.4.1 to 3.4.6 and 14.3.2; the Fetch standard ("append a request Origin header") for the referrer policy: with
 * `no-referrer` browsers would send `Origin: null`.
 * @param portalUrl NEXTAUTH_URL; over plain http a browser would ignore HSTS
 */
export function answerHeaders(path: string, portalUrl: string): Record<string, string> {
  return {
    ...(isHttps(portalUrl) ? { "strict-transport-security": `max-age=${TWO_YEARS_S}` } : {}),
    // These have their own: their names change with what is in them.
    ...(/^\/(_next\/static|api\/messages)\//.test(path) ? {} : { "cache-control": "no-store" }),
    "content-security-policy": CLOSED_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": FEATURES.map((feature) => `${feature}=()`).join(", "),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
}

type PageOptions = {
  portalUrl: string;
  /** fresh for each request; Next writes it into its own scripts */
  nonce: string;
  /** `next dev` evaluates text as script */
  development: boolean;
};

/**
 * The policy of a page: scripts run by nonce alone. Styles may be inline, because the frame that shows a mail inherits
 * this policy and mails carry a style sheet, and toasts and dialogs add theirs at run time. Nothing can be loaded from,
 * or sent to, another host, so that a style could not tell anybody what it sees.
 */
export function pagePolicy({ portalUrl, nonce, development }: PageOptions): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    ...(isHttps(portalUrl) ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Whether a page answers (or says that there is none), and no route handler and no static file. */
export function isPagePath(path: string): boolean {
  return !isApiPath(path) && !path.startsWith("/_next/static/");
}

/** Whether a route handler answers, in whatever way the path is encoded. */
export function isApiPath(path: string): boolean {
  return /^\/api(\/|$)/.test(decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isHttps(url: string): boolean {
  return url.startsWith("https://");
}
