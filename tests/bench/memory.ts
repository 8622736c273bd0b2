import type { SignedIn } from "@/tests/support/people";
import { commandsOn } from "./changes";
import { privateSites } from "./seed";
import { SIZE } from "./size";

const SITES = SIZE.sites / 10;
const ROUNDS = 10;
const MB = 1024 * 1024;

/** Memory in MB: what publishing 10,000 sites takes at its highest, and what is kept after ten times. */
export type Memory = {
  heapBefore: number;
  heapPeakGrowth: number;
  heapKept: number;
  rssBefore: number;
  rssAfter: number;
};

/** Publishes 10,000 sites and takes them back, ten times over. Needs `--expose-gc`. */
export async function measureMemory(person: SignedIn): Promise<Memory> {
  const { prove, publish, revoke } = commandsOn(privateSites(SITES), person);
  const cycle = () => prove().then(publish).then(revoke);
  await cycle();
  const before = settled();
  let peak = before.heapUsed;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  };
  const watching = setInterval(look, 1);
  for (let round = 0; round < ROUNDS; round++) await cycle();
  clearInterval(watching);
  const after = settled();
  return {
    heapBefore: before.heapUsed / MB,
    heapPeakGrowth: (peak - before.heapUsed) / MB,
    heapKept: (after.heapUsed - before.heapUsed) / MB,
    rssBefore: before.rss / MB,
    rssAfter: after.rss / MB,
  };
}

function settled(): NodeJS.MemoryUsage {
  global.gc?.();
  return process.memoryUsage();
}
