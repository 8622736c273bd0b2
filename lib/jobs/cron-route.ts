import { after } from "next/server";
import { requestOrigin } from "@/lib/auth/request";
import { CALLED_AS_HEADER } from "@/lib/platform/web/called-as";
import { CRON_SECRET_HEADER } from "@/lib/platform/web/carries-secret";
import { followUp } from "./follow-up";
import { CRON_JOBS, type CronJobName } from "./jobs";
import { type CronCall, runJob } from "./run-job";

/** The answer of a cron route. What follows the job happens after the answer, which waits for no monitor and no mail. */
export async function cronRoute(request: Request, job: CronJobName): Promise<Response> {
  return runJob(await cronCall(request), job, CRON_JOBS[job].work, (result) => after(() => followUp(job, result)));
}

/** What a scheduler may call this execution by; the same for each delivery of one tick. */
const EXECUTION_ID = "x-execution-id";
/** portal_run.execution_id */
const MAX_ID_LENGTH = 200;

/** What a request to a cron route brings. For the routes alone: it reads the headers of the current request. */
async function cronCall(request: Request): Promise<CronCall> {
  return {
    authorization: request.headers.get("authorization"),
    secret: request.headers.get(CRON_SECRET_HEADER),
    calledAs: request.headers.get(CALLED_AS_HEADER),
    executionId: request.headers.get(EXECUTION_ID)?.slice(0, MAX_ID_LENGTH) || null,
    from: await requestOrigin(),
  };
}
