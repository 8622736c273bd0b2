import { doJob, type JobOutcome } from "@/lib/ledger/jobs/do-job";
import { MINUTE_MS, now } from "@/lib/platform/clock";
import { followUp } from "./follow-up";
import { CRON_JOBS, type CronJobName } from "./jobs";

/**
 * One tick of the portal's own clock: does the job unless it was done in the current slot already, by this
 * server or another. Slots begin at multiples of the job's interval since 1970, so that all servers mean the same
 * one, and a server that starts finds out what is due. What failed is due again at the next tick. Never throws.
 */
export async function tick(job: CronJobName): Promise<JobOutcome> {
  const { everyMinutes, work } = CRON_JOBS[job];
  const result = await doJob(job, work, { onceSince: slotOf(now(), everyMinutes()) });
  await followUp(job, result);
  return result;
}

/** When the slot of `minutes` began that `at` lies in. */
function slotOf(at: Date, minutes: number): Date {
  const length = minutes * MINUTE_MS;
  return new Date(Math.floor(at.getTime() / length) * length);
}
