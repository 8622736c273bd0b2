import { useFormatter } from "use-intl";
import { datesOf } from "./dates-of";

/**
 * Dates in the reader's language. What is drawn with them carries `suppressHydrationWarning`: releases of Intl differ
 * in dots and spaces, and the server's text may stay.
 */
export function useDates() {
  return datesOf(useFormatter());
}

/** `2026-11-23` and 90 as `2027-02-21`. */
export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
