const ROUTES = {
  GET: ["csrf", "providers", "signin", "error", "callback/single-sign-on", "callback/single-sign-on-step-up"],
  POST: ["callback/matomo", "callback/step-up", "signin/single-sign-on", "signin/single-sign-on-step-up", "signout"],
} as const;

/** Whether next-auth may answer this at all. Left out: its own HTML pages, `session` (it renews cookies) and `_log`. */
export function isAuthRoute(method: keyof typeof ROUTES, segments: readonly string[]): boolean {
  return ROUTES[method].some((route) => route === segments.join("/"));
}
