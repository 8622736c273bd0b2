import { createHash } from "node:crypto";

/** Characters that the portal's columns for logins and addresses hold. Matomo's own may hold more. */
const PERSON_LENGTH = 100;
const KEPT = 70;

/** Whether the portal's columns hold this login or address. */
export function fits(text: string): boolean {
  return [...text].length <= PERSON_LENGTH;
}

/**
 * A login or an address as the portal's columns hold it. What is too long keeps its beginning and a hash of the whole,
 * so that two stay two and a change is seen; with blanks, so that nothing takes it for an address.
 */
export function fitting(text: string): string {
  if (fits(text)) return text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 24);
  return `${[...text].slice(0, KEPT).join("")} … ${hash}`;
}
