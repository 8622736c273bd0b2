import { TZDate } from "@date-fns/tz";
import { addDays, startOfISOWeek, subDays, subWeeks } from "date-fns";
import { dayIn } from "@/lib/platform/date-format";

/** Where the fictitious organisation lives. */
export const instanceZone = "Europe/Berlin";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type ClockTime = `${number}:${number}`;

/** `time` on the local calendar, `days` before the day of `now` (negative: after it). */
export function localMoment(now: Date, days: number, time: ClockTime): Date {
  return onDay(subDays(new TZDate(now, instanceZone), days), time);
}

/** `time` on a weekday of the week that lies `weeks` before the week of `now`. In the past for every `weeks` >= 1. */
export function weeksAgo(now: Date, weeks: number, weekday: Weekday, time: ClockTime): Date {
  const monday = startOfISOWeek(subWeeks(new TZDate(now, instanceZone), weeks));
  return onDay(addDays(monday, WEEKDAYS.indexOf(weekday)), time);
}

/** The day that lies `days` after `at`, as people type it: `2026-12-24`. */
export function dayAhead(at: Date, days: number): string {
  return dayIn(addDays(new TZDate(at, instanceZone), days), instanceZone);
}

function onDay(day: TZDate, time: ClockTime): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const moment = new TZDate(day, instanceZone);
  moment.setHours(hours, minutes, 0, 0);
  return new Date(moment.getTime());
}
