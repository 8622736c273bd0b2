/** Where somebody goes who names no other page of the portal. */
export const FIRST_PAGE = "/public-access";

/** What browsers drop from an address, or read as a slash, before they go there. */
const ALTERED_BY_BROWSERS = /[\p{Cc}\\]/u;

/**
 * The path, with query and fragment, of an address that came from outside, where it is one of this portal's; null
 * where it leads anywhere else. Judged by what a browser makes of it, never by how it is spelt, on the server as in the
 * browser.
 * @param wanted a path or a whole address
 * @param portal the portal's address or origin
 */
export function ownPath(wanted: unknown, portal: string): string | null {
  if (typeof wanted !== "string" || ALTERED_BY_BROWSERS.test(wanted)) return null;
  const { origin } = new URL(portal);
  if (!wanted.startsWith("/") && !wanted.startsWith(`${origin}/`) && wanted !== origin) return null;
  if (!URL.canParse(wanted, origin)) return null;
  const meant = new URL(wanted, origin);
  if (meant.origin !== origin || meant.username !== "" || meant.password !== "") return null;
  const path = `${meant.pathname}${meant.search}${meant.hash}`;
  // `/.//host` is one of the portal's as long as nobody takes its path for an address.
  return URL.canParse(path, origin) && new URL(path, origin).href === meant.href ? path : null;
}
