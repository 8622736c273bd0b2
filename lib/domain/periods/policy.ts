import { TZDate } from "@date-fns/tz";
import { addMonths, addWeeks, format, setHours, startOfISOWeek, startOfMonth, subMonths, subWeeks } from "date-fns";
import type { Cadence } from "@/lib/ledger/settings/terms";

/** Monday 08:00, or the 1st 08:00, in the instance's time zone. */
const DUE_HOUR = 8;

export type ReminderPeriod = {
  /** `weekly/2026-W48` or `monthly/2026-11`: at most one reminder per Super User and key */
  key: string;
  /** without words of any language: `2026-11-23`, the Monday of the week, or `2026-11`, the month */
  label: string;
  startsAt: Date;
};

/** The period that `now` lies in: it began at the newest due moment that is not after `now`. */
export function periodAt(now: Date, cadence: Cadence, timeZone: string): ReminderPeriod {
  const here = new TZDate(now, timeZone);
  if (cadence === "weekly") {
    const monday = setHours(startOfISOWeek(here), DUE_HOUR);
    const start = monday > here ? subWeeks(monday, 1) : monday;
    return {
      key: `weekly/${format(start, "RRRR-'W'II")}`,
      label: format(start, "yyyy-MM-dd"),
      startsAt: instant(start),
    };
  }
  const first = setHours(startOfMonth(here), DUE_HOUR);
  const start = first > here ? subMonths(first, 1) : first;
  return { key: `monthly/${format(start, "yyyy-MM")}`, label: format(start, "yyyy-MM"), startsAt: instant(start) };
}

/** When the period after the one of `now` begins. */
export function nextPeriodStart(now: Date, cadence: Cadence, timeZone: string): Date {
  const start = new TZDate(periodAt(now, cadence, timeZone).startsAt, timeZone);
  return instant(cadence === "weekly" ? addWeeks(start, 1) : addMonths(start, 1));
}

/**
 * Whether the reminder of `period` is due: not yet queued, and the portal was already watching when it began
 * (what was public at the portal's first run is in the baseline alert).
 */
export function isDue(period: ReminderPeriod, watchingSince: Date | null, alreadyQueued: boolean): boolean {
  return !alreadyQueued && watchingSince !== null && watchingSince <= period.startsAt;
}

function instant(date: Date): Date {
  return new Date(date.getTime());
}
