/** Pages that had another address once. Mails and bookmarks still point there. */
const MOVED: Readonly<Record<string, string>> = {
  "/deliveries": "/alerts",
  "/health": "/settings/status",
  "/statements": "/activity/reports",
};
const MONTH = /^\/statements\/(\d{4}-\d{2})$/;

/** Of what Deliveries listed, the mails have a page of their own. */
const ABOUT_MAILS = ["show", "to", "page"];

/** Where the page of this path is now; null where it is still there, or never was. */
export function movedTo(path: string, params: URLSearchParams): string | null {
  if (path === "/deliveries" && ABOUT_MAILS.some((name) => params.has(name))) return "/alerts/sent";
  const month = MONTH.exec(path)?.[1];
  return month === undefined ? (MOVED[path] ?? null) : `/activity/reports/${month}`;
}
