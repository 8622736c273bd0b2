import { HOUR_MS, MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";

/**
 * Pauses after each failed try. Ten tries in all, over after about 13 hours and with jitter before 20: a provider
 * forgets an idempotency key after 24 hours, and a try after that could be a second mail.
 *
 * | after try | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |
 * | pause     | 5 s | 30 s | 2 min | 10 min | 30 min | 1 h | 3 h | 4 h | 4 h |
 */
const PAUSES_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  1 * HOUR_MS,
  3 * HOUR_MS,
  4 * HOUR_MS,
  4 * HOUR_MS,
];
export const MAX_TRIES = PAUSES_MS.length + 1;
/** A pause grows by up to this part of itself, so that many mails do not come back at once. */
const JITTER = 0.25;

/**
 * When to try again after `tries` failed tries; null when it was the last one.
 * @param chance from 0 to 1, drawn by the caller
 */
export function nextTry(tries: number, failedAt: Date, chance: number): Date | null {
  const pause = PAUSES_MS[tries - 1];
  return pause === undefined ? null : plus(failedAt, Math.round(pause * (1 + JITTER * chance)));
}

/** A mail that waits longer needs attention: the second channels are asked too (E15). */
export const OVERDUE_MS = 15 * MINUTE_MS;

/** Whether a mail that the first transport does not take goes through the fallback: it has failed before, and is old. */
export function mayGoElsewhere(mail: { createdAt: Date; lastError: string | null }, at: Date): boolean {
  return mail.lastError !== null && mail.createdAt <= plus(at, -OVERDUE_MS);
}
