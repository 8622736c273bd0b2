import { TZDate } from "@date-fns/tz";
import { AppError } from "@/lib/platform/errors";

/**
 * The moment at which public access ends: the end of the day `endsOn` in the instance's time zone.
 * @param endsOn `YYYY-MM-DD`, or null for no end
 * @throws AppError `invalid_input` at field `endsOn` when that moment is not after `now`
 */
export function untilFromEndDate(endsOn: string | null, timeZone: string, now: Date): Date | null {
  if (endsOn === null) return null;
  const [year = 0, month = 1, day = 1] = endsOn.split("-").map(Number);
  // Built from the calendar, not by adding a day: where a day begins at 01:00 (Africa/Cairo), a day later is 01:00 too.
  const until = new Date(new TZDate(year, month - 1, day + 1, timeZone).getTime());
  if (until <= now) throw invalidEnd("endInPast");
  if (year > 9998) throw invalidEnd("endTooLate");
  return until;
}

function invalidEnd(problem: string): AppError {
  return new AppError("invalid_input", { fields: { endsOn: problem } });
}
