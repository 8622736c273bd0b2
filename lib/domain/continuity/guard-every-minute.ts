import { MINUTE_MS } from "@/lib/platform/clock";
import { logger } from "@/lib/platform/logger";
import { whenStopping } from "@/lib/platform/shutdown";
import { guardLog } from "./guard-log";

/**
 * Each process compares what it remembers with the log now and every minute, whoever does the jobs: of several servers
 * only one may have seen the newest event. Keeps no process alive.
 */
export function guardLogEveryMinute(): void {
  const guard = () => {
    guardLog().catch((error: unknown) => logger().error({ err: error }, "the log could not be compared"));
  };
  guard();
  const clock = setInterval(guard, MINUTE_MS);
  clock.unref();
  whenStopping(() => clearInterval(clock));
}
