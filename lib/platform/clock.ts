/** The one reader of the clock. Tests freeze `Date`; nothing here trusts a browser's time. */
export function now(): Date {
  return new Date();
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** `from` moved by `ms` milliseconds (negative: earlier). */
export function plus(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}
