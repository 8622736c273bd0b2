import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";

/** One moment twice, ready to print: `2026-11-23 22:28 UTC` and `2026-11-23 23:28 (Europe/Berlin)`. */
export function momentIn(at: Date, timeZone: string): { utc: string; local: string } {
  const pattern = "yyyy-MM-dd HH:mm";
  return {
    utc: `${format(new TZDate(at, "UTC"), pattern)} UTC`,
    local: `${format(new TZDate(at, timeZone), pattern)} (${timeZone})`,
  };
}

/** The calendar day of `at` in `timeZone`: `2026-11-23`. */
export function dayIn(at: Date, timeZone: string): string {
  return format(new TZDate(at, timeZone), "yyyy-MM-dd");
}
