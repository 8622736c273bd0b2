import { HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";

/** What the portal knows and a watch does not see; `missingSince`: the watch that missed it first, null: this one. */
type Missing = { missingSince: Date | null };

/** How far apart two watches are that must both miss something before it is believed to be gone. */
const APART_MS = MINUTE_MS;
/** What is missing for longer is gone, whatever Matomo seems to be doing. */
const LONGEST_CHANGE_MS = HOUR_MS;

type Confirmed<T> = {
  gone: T[];
  /** missed for the first time: to be remembered */
  noticed: T[];
};

/**
 * Tells what is gone from what is only away. Matomo's bulk change deletes all rows and inserts them again one by one,
 * each its own commit, which takes up to a minute (docs/matomo.md#bulk-changes), so one snapshot proves nothing. A mark
 * from the future, of a clock that was ahead, is made anew.
 *
 * @param matomo.isChanging Matomo seems to be in the middle of such a change
 */
export function confirmWithSecondRead<T extends Missing>(
  missing: readonly T[],
  at: Date,
  matomo: { isChanging: boolean },
): Confirmed<T> {
  const confirmed: Confirmed<T> = { gone: [], noticed: [] };
  for (const one of missing) {
    const awayMs = one.missingSince === null ? -1 : at.getTime() - one.missingSince.getTime();
    if (awayMs < 0) confirmed.noticed.push(one);
    else if (awayMs >= (matomo.isChanging ? LONGEST_CHANGE_MS : APART_MS)) confirmed.gone.push(one);
  }
  return confirmed;
}
