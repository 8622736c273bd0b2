import { beginOfDay } from "@/lib/platform/date-format";
import { AppError, type FieldCode } from "@/lib/platform/errors";

/**
 * The moment at which public access ends: the end of the day `endsOn` in the instance's time zone.
 * @param endsOn `YYYY-MM-DD`, or null for no end
 * @throws AppError `invalid_input` at field `endsOn` when that moment is not after `now`
 */
export function untilFromEndDate(endsOn: string | null, timeZone: string, now: Date): Date | null {
  if (endsOn === null) return null;
  const until = beginOfDay(endsOn, timeZone, 1);
  if (until <= now) throw invalidEnd("endInPast");
  if (Number(endsOn.slice(0, 4)) > 9998) throw invalidEnd("endTooLate");
  return until;
}

function invalidEnd(problem: FieldCode): AppError {
  return new AppError("invalid_input", { fields: { endsOn: problem } });
}
