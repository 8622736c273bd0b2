import { ownPath } from "./own-address-terms";

/**
 * The Cookie header of a request to next-auth without what nobody of the portal's own has set: an address that leads
 * elsewhere, over which next-auth stumbles, and pieces that it would join to the session.
 * @returns null when nothing is left
 */
export function dropOddCookies(
  header: string,
  names: { session: string; callbackUrl: string },
  portal: string,
): string | null {
  const kept = header.split(";").filter((entry) => {
    const [name = "", ...rest] = entry.split("=");
    if (name.trim() === names.callbackUrl) return ownPath(decoded(rest.join("=").trim()), portal) !== null;
    return name.trim() === names.session || !name.trim().startsWith(names.session);
  });
  return kept.length === 0 ? null : kept.join(";").trim();
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value.replace(/^"(.*)"$/, "$1"));
  } catch {
    return null;
  }
}
