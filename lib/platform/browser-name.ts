import bowser from "bowser";

const KNOWN_BROWSERS = new Set<string>(Object.values(bowser.BROWSER_MAP));

/**
 * "Firefox 145 on Linux" from a user agent; null when there is none or it names no browser we know. The client writes
 * that text itself: a sentence of its own choosing must not come into every Super User's mail.
 */
export function browserName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = bowser.parse(userAgent);
  if (!browser.name || !KNOWN_BROWSERS.has(browser.name)) return null;
  const version = browser.version?.split(".")[0];
  return [browser.name, version, os.name ? `on ${os.name}` : ""].filter(Boolean).join(" ");
}
