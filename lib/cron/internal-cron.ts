import { Cron } from "croner";
import { logger } from "@/lib/logger";
import { CRON_JOBS, type CronJobName } from "./jobs";
import { tick } from "./tick";

const everyMinute = (job: CronJobName) => `${CRON_JOBS[job].second} * * * * *`;

/**
 * CRON=internal: the portal does its jobs by itself. Each has a clock of its own that ticks every minute (tick.ts says
 * whether there is something to do), so a slow delivery holds up no watch; a job never overlaps itself. Nothing happens
 * before the first tick. The clocks keep no process alive and stop at SIGTERM; a job that is being done then is done
 * again by whoever ticks next, once its lease is over.
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
    process.off("SIGTERM", stop);
  };
  process.once("SIGTERM", stop);
  logger().info({ jobs: Object.keys(CRON_JOBS) }, "the portal does its jobs by itself (CRON=internal)");
  return stop;
}

function report(job: CronJobName): (error: unknown) => void {
  return (error) => logger().error({ job, err: error }, "a tick failed");
}
