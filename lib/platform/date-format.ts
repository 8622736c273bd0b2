import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";

/** One moment twice, ready to print: `2026-11-23 22:28 UTC` and `2026-11-23 23:28 (Europe/Berlin)`. */
export function formatInBothZones(at: Date, timeZone: string): { utc: string; local: string } {
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

/** The last day in `timeZone` of what is over at `until`. */
export function lastDayIn(until: Date, timeZone: string): string {
  return dayIn(new Date(until.getTime() - 1), timeZone);
}

/** The first moment of the day `day` (`2026-11-23`) in `timeZone`; `after`: of that many days later. */
export function beginOfDay(day: string, timeZone: string, after = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  // Built from the calendar, not by adding a day: where a day begins at 01:00 (Africa/Cairo), a day later is 01:00 too.
  return new Date(new TZDate(year, month - 1, date + after, timeZone).getTime());
}
