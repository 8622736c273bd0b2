import { TZDate } from "@date-fns/tz";
import { addDays, startOfISOWeek, subDays, subWeeks } from "date-fns";
import { untilFromEndDate } from "@/lib/domain/publications/policy";
import { dayIn } from "@/lib/platform/moment";

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

/** When a grant of `at` ends whose last day lies `days` later, by the portal's own rule. */
export function endAfterDays(at: Date, days: number): Date {
  const lastDay = dayIn(addDays(new TZDate(at, instanceZone), days), instanceZone);
  const until = untilFromEndDate(lastDay, instanceZone, at);
  if (!until) throw new Error(`${lastDay} is no end date`);
  return until;
}

function onDay(day: TZDate, time: ClockTime): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const moment = new TZDate(day, instanceZone);
  moment.setHours(hours, minutes, 0, 0);
  return new Date(moment.getTime());
}
