import { after } from "next/server";
import { cronCall } from "./cron-call";
import { followUp } from "./follow-up";
import { CRON_JOBS, type CronJobName } from "./jobs";
import { runJob } from "./run-job";

/** The answer of a cron route. What follows the job happens after the answer, which waits for no monitor and no mail. */
export async function cronRoute(request: Request, job: CronJobName): Promise<Response> {
  return runJob(await cronCall(request), job, CRON_JOBS[job].work, (result) => after(() => followUp(job, result)));
}
