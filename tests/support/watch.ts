import { runWatch, type WatchCounts } from "@/lib/domain/watch/run-watch";
import { MINUTE_MS } from "@/lib/platform/clock";
import { advance, freezeClock } from "./clock";

/** Two watches a minute apart: what both miss is believed to be gone. @returns what the second one did */
export async function watchUntilBelieved(): Promise<WatchCounts> {
  await runWatch();
  freezeClock(new Date().toISOString());
  advance(MINUTE_MS);
  return runWatch();
}
