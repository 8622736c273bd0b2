/**
 * Longer than Matomo's slowest usual hash takes, with the queries around it. Short enough that somebody who mistyped
 * does not wait.
 */
const REFUSAL_MS = 700;

/**
 * Answers null, a refused sign-in, no earlier than 700 ms after it came; anything else at once. Whether the password
 * was wrong, the login unknown or the account no Super User, the answer then takes as long (ASVS 6.3.8: same text,
 * same status, less than 50 ms apart).
 */
export async function refuseInConstantTime<T>(work: () => Promise<T | null>): Promise<T | null> {
  const came = performance.now();
  const result = await work();
  // Timers drop what is less than a millisecond, and would be early by it.
  const left = Math.ceil(REFUSAL_MS - (performance.now() - came));
  if (result === null) await new Promise((resolve) => setTimeout(resolve, Math.max(0, left)));
  return result;
}
