import Bowser from "bowser";

/** `Chrome on Windows`; null when the browser did not say. */
export function browserWords(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name, os.name && `on ${os.name}`].filter(Boolean).join(" ") || null;
}
