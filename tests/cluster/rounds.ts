/** How many rounds a promise is tried in. `CLUSTER_PART=0.1` plays a tenth of them, while something is being written. */
export function rounds(whole: number): number {
  return Math.max(1, Math.round(whole * Number(process.env.CLUSTER_PART ?? 1)));
}

/** How often each of these was the outcome. */
export function tally(outcomes: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
