import { percentile } from "@/tests/bench/percentile";
import type { Sample } from "./terms";

const WINDOW_MS = 2_000;
const STEP_MS = 250;
/** What a machine of a shared kind does by itself. */
const NOISE = { times: 1.5, ms: 20 };

/**
 * How many seconds after `since` everything was as in quiet for two seconds: whatever was asked in them, answered well,
 * and 95 of 100 in about the quiet time.
 * @param quietP95 for each of what counts
 * @returns null when that was not seen
 */
export function normalAgain(
  samples: readonly Sample[],
  quietP95: ReadonlyMap<string, number>,
  since: number,
): number | null {
  const last = Math.max(...samples.map(({ at }) => at));
  for (let from = since; from + WINDOW_MS <= last; from += STEP_MS) {
    const within = samples.filter(({ at }) => at >= from && at < from + WINDOW_MS);
    const isEmptyDrift = [...quietP95].every(([what, quiet]) => {
      const own = within.filter((sample) => sample.what === what);
      const p95 = percentile(
        own.map(({ ms }) => ms),
        0.95,
      );
      return own.every(({ answer }) => answer === "ok") && p95 <= quiet * NOISE.times + NOISE.ms;
    });
    if (isEmptyDrift) return (from - since) / 1_000;
  }
  return null;
}
