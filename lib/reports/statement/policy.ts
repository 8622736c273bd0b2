import { beginOfDay, dayIn } from "@/lib/platform/date-format";

/** The time that a statement is about; `to` is not part of it. */
export type Bounds = { from: Date; to: Date; complete: boolean };

/** The month of a moment in `timeZone`: `2026-10`. */
function monthOf(at: Date, timeZone: string): string {
  return dayIn(at, timeZone).slice(0, 7);
}

/**
 * From the first moment of a month in `timeZone` to the first of the next one, or to `at` while it is not over: days
 * of 23 and 25 hours are as long as they were.
 * @returns null for a month that has not begun
 */
export function boundsOf(month: string, timeZone: string, at: Date): Bounds | null {
  const from = beginOfDay(`${month}-01`, timeZone);
  if (from > at) return null;
  const end = beginOfDay(`${monthAfter(month)}-01`, timeZone);
  return end > at ? { from, to: at, complete: false } : { from, to: end, complete: true };
}

/** Whether a moment is of this time: of a month that runs, everything up to now is. */
export function isWithin(at: Date, { from, to, complete }: Bounds): boolean {
  return at >= from && (at < to || !complete);
}

/** The months from that in which `since` lies up to that of `at`, newest first. */
export function monthsUntil(at: Date, since: Date, timeZone: string): string[] {
  const months = [monthOf(since, timeZone)];
  const last = monthOf(at, timeZone);
  for (let month = months[0] ?? last; month < last; ) {
    month = monthAfter(month);
    months.push(month);
  }
  return months.reverse();
}

/** The month before that of `at`: the newest that is over. */
export function monthBefore(at: Date, timeZone: string): string {
  const [year = 0, number = 1] = monthOf(at, timeZone).split("-").map(Number);
  return number === 1 ? toMonth(year - 1, 12) : toMonth(year, number - 1);
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 12 ? toMonth(year + 1, 1) : toMonth(year, number + 1);
}

const toMonth = (year: number, number: number) => `${year}-${String(number).padStart(2, "0")}`;
