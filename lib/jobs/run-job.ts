import { recordRefusal } from "@/lib/ledger/audit/record-refusal";
import type { JobName, Origin } from "@/lib/ledger/audit/schema";
import { doJob, type JobOutcome, type Work } from "@/lib/ledger/jobs/do-job";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { carriesSecret } from "@/lib/platform/web/carries-secret";

/** What a call of a cron route brings: both headers, where it came from, and what the caller calls this execution. */
export type CronCall = {
  authorization: string | null;
  /** X-Cron-Secret */
  secret?: string | null;
  /** the address that it was called under, where that is not the portal's */
  calledAs?: string | null;
  executionId?: string | null;
  from: Omit<Origin, "sessionRef">;
};

/**
 * A cron route around a job: the secret, and counts only. 401 without the secret; 200 with `skipped` when another
 * server is at it; 503 when the job failed.
 * @param onEnd told how it ended, before the answer; not called when the call is refused
 */
export async function runJob(
  call: CronCall,
  job: JobName,
  work: Work,
  onEnd: (result: JobOutcome) => void = () => {},
): Promise<Response> {
  if (!carriesSecret(call.authorization, env().CRON_SECRET, call.secret)) return refuse(job, call);
  const result = await doJob(job, work, { executionId: call.executionId ?? null });
  onEnd(result);
  return answer(result.outcome === "failed" ? 503 : 200, { job, ...inWords(result), ...addressLabel(call) });
}

function inWords(result: JobOutcome): Record<string, string | number> {
  return result.outcome === "done" ? { outcome: "done", ...result.counts } : result;
}

/** For who set up the caller: before such an address a proxy may one day answer with a redirect, and no job would run. */
function addressLabel({ calledAs }: CronCall): { address?: string } {
  if (!calledAs) return {};
  const { NEXTAUTH_URL } = env();
  return {
    address: `This call arrived for ${calledAs}, and the address is ${NEXTAUTH_URL}. Call that one; if you do, the proxy must pass on Host and X-Forwarded-Proto.`,
  };
}

async function refuse(job: JobName, call: CronCall): Promise<Response> {
  const origin = { ...call.from, sessionRef: null };
  await recordRefusal({ actor: { type: "visitor" }, origin, at: now(), facts: { type: "cron.refused", route: job } });
  return answer(401, { outcome: "refused", ...addressLabel(call) });
}

function answer(status: number, body: Record<string, string | number>): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
