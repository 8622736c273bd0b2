const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps a preference of this browser for a year; null forgets it. For nothing that is secret: scripts can read it. */
export function keepCookie(name: string, value: string | null): void {
  const kept = value === null ? "=; Max-Age=0" : `=${encodeURIComponent(value)}; Max-Age=${YEAR_SECONDS}`;
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that are in use.
  document.cookie = `${name}${kept}; Path=/; SameSite=Lax${secure}`;
}
