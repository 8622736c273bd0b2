import { Cron } from "croner";
import { logger } from "@/lib/platform/logger";
import { endInGoodOrder, whenStopping } from "@/lib/platform/shutdown";
import { CRON_JOBS, type CronJobName } from "./jobs";
import { tick } from "./tick";

const everyMinute = (job: CronJobName) => `${CRON_JOBS[job].second} * * * * *`;

/**
 * CRON=internal: the portal does its jobs by itself. Each has a clock of its own that ticks every minute (tick.ts says
 * whether there is something to do), so a slow delivery holds up no watch; a job never overlaps itself. Nothing happens
 * before the first tick. The clocks keep no process alive and stop at SIGTERM; a job that is being done then is ended,
 * or given back to whoever ticks next (lib/platform/shutdown.ts).
 * @param patternOf when the clock of a job ticks; tests tick faster
 * @returns stops the clocks
 */
export function startInternalCron(patternOf = everyMinute): () => void {
  const clocks = (Object.keys(CRON_JOBS) as CronJobName[]).map(
    (job) =>
      new Cron(patternOf(job), { unref: true, protect: true, catch: report(job) }, async () => {
        await tick(job);
      }),
  );
  const stop = () => {
    for (const clock of clocks) clock.stop();
  };
  endInGoodOrder();
  whenStopping(stop);
  logger().info({ jobs: Object.keys(CRON_JOBS) }, "the portal does its jobs by itself (CRON=internal)");
  return stop;
}

function report(job: CronJobName): (error: unknown) => void {
  return (error) => logger().error({ job, err: error }, "a tick failed");
}
