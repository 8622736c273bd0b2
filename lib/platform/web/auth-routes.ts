const ROUTES = {
  GET: ["csrf", "providers", "callback/single-sign-on", "callback/single-sign-on-step-up"],
  POST: ["callback/matomo", "callback/step-up", "signin/single-sign-on", "signin/single-sign-on-step-up", "signout"],
} as const;

/** Where next-auth, or somebody by hand, sends a browser to a page: the portal has its own. */
const PAGES: readonly string[] = ["signin", "signout", "error", "verify-request"];

/** Whether next-auth may answer this at all. Left out: its own HTML pages, `session` (it renews cookies) and `_log`. */
export function isAuthRoute(
  method: keyof typeof ROUTES,
  segments: readonly string[],
  { singleSignOn }: { singleSignOn: boolean },
): boolean {
  const wanted = segments.join("/");
  if (!singleSignOn && wanted.includes("/single-sign-on")) return false;
  return ROUTES[method].some((route) => route === wanted);
}

/** Whether a page is asked for here, in place of which the portal's own is shown. */
export function isAuthPage(segments: readonly string[]): boolean {
  return PAGES.includes(segments.join("/"));
}
