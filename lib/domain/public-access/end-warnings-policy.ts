import { TZDate } from "@date-fns/tz";
import { subDays } from "date-fns";
import { DAY_MS, plus } from "@/lib/platform/clock";

/** How many calendar days before the end of a publication Super Users are warned, the last warning first. */
const STEPS = [1, 7] as const;
export type EndWarning = (typeof STEPS)[number];

/** No warning comes sooner after a publication was made, or its end date set: whoever made it has just chosen it. */
const FIRST_DAY_MS = DAY_MS;

/** What decides on a warning; `warnedDays` is the last one that was sent or is not meant. */
type Ending = { since: Date; until: Date; warnedDays: number | null };

/**
 * The warning that is due at `at`; null when there is none. Only ever the newest one: after an outage the week is not
 * spoken of any more when the last day has begun. A step comes a number of calendar days in the instance's time zone
 * before the end, to the millisecond, whatever clocks do meanwhile. One that would come within a day after the
 * publication was made is left out: made for five days there is the warning of the last day alone, made for one or
 * two days there is none.
 */
export function endWarningDue({ since, until, warnedDays }: Ending, at: Date, timeZone: string): EndWarning | null {
  if (until <= at) return null;
  const begun = STEPS.find((days) => stepMoment(until, days, timeZone) <= at);
  if (begun === undefined || (warnedDays !== null && warnedDays <= begun)) return null;
  return stepMoment(until, begun, timeZone) < plus(since, FIRST_DAY_MS) ? null : begun;
}

/** After an end date was set at `at`: the last of the warnings that would come within a day, so is not meant, or null. */
export function warningsNotMeant(until: Date, at: Date, timeZone: string): EndWarning | null {
  return STEPS.find((days) => stepMoment(until, days, timeZone) < plus(at, FIRST_DAY_MS)) ?? null;
}

/** Earlier than any step of what ends later than this, whatever the zone. */
export function latestEndToWarnOf(days: EndWarning, at: Date): Date {
  return plus(at, (days + 1) * DAY_MS);
}

function stepMoment(until: Date, days: number, timeZone: string): Date {
  return new Date(subDays(new TZDate(until, timeZone), days).getTime());
}
