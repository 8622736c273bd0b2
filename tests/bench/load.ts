import { performance } from "node:perf_hooks";

/** How fast so many of the same were done, `times` in ms each. */
export type Load = { perSecond: number; times: number[] };

/** Does `one` so often, a fixed number of them at once. What one throws, the run throws, and begins no other. */
export async function load(count: number, atOnce: number, one: () => Promise<unknown>): Promise<Load> {
  const times: number[] = [];
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const began = performance.now();
      try {
        await one();
      } catch (error) {
        left = 0;
        throw error;
      }
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  return { perSecond: (count / (performance.now() - began)) * 1_000, times };
}
