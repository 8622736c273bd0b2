/** So many redirects are followed. */
export const MAX_REDIRECTS = 3;

/**
 * Where a redirect leads, if a question may go there: to the same origin, or from http to https on the same host name.
 * Anything else is another host, and is not asked.
 * @param location the header of that name
 * @returns null when it may not
 */
export function nextAddress(from: URL, location: string | null): URL | null {
  if (location === null || !URL.canParse(location, from)) return null;
  const to = new URL(location, from);
  if (to.username !== "" || to.password !== "") return null;
  const isSecured = from.protocol === "http:" && to.protocol === "https:" && to.hostname === from.hostname;
  return to.origin === from.origin || isSecured ? to : null;
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}
