import { recordVisitorRefusal } from "@/lib/audit/record-visitor-refusal";
import type { JobName, Origin } from "@/lib/audit/schema";
import { MINUTE_MS, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading, translateDatabaseError } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { carriesCronSecret } from "./authorize";
import { housekeep } from "./housekeep";
import { releaseLease, takeLease } from "./lease";
import { beginRun, type Counts, endRun } from "./runs";

/** Longer than Vercel lets a function run. */
const LEASE_MS = 6 * MINUTE_MS;

/** What a call of a cron route brings: the header, and where it came from. */
export type CronCall = { authorization: string | null; from: Omit<Origin, "sessionRef"> };

/**
 * A cron route around a job: the secret, the lease, the heartbeat, and counts only. 401 without the secret; 200 with
 * `skipped` when another server is at it; 503 when the job failed (it changed nothing, the next call tries again).
 */
export async function runJob(call: CronCall, job: JobName, work: () => Promise<Counts>): Promise<Response> {
  if (!carriesCronSecret(call.authorization, env().CRON_SECRET)) return refuse(job, call.from);
  try {
    const holder = await reading(() => takeLease(db(), job, LEASE_MS, now()));
    if (!holder) return answer(200, { job, outcome: "skipped" });
    try {
      return answer(200, { job, outcome: "done", ...(await withHeartbeat(job, work)) });
    } finally {
      await releaseLease(db(), job, holder, now());
    }
  } catch (error) {
    const cause = translateDatabaseError(error);
    logger().error({ job, err: cause }, "job failed");
    return answer(503, { job, outcome: "failed", code: cause instanceof AppError ? cause.code : "unexpected" });
  }
}

async function withHeartbeat(job: JobName, work: () => Promise<Counts>): Promise<Counts> {
  const run = await beginRun(db(), job, now());
  try {
    const counts = await work();
    if (job === "reminders") await housekeep(db());
    await endRun(db(), run, "done", counts, now());
    return counts;
  } catch (error) {
    await endRun(db(), run, "failed", {}, now()).catch((second: unknown) =>
      logger().error({ job, err: second }, "heartbeat lost"),
    );
    throw error;
  }
}

async function refuse(job: JobName, from: CronCall["from"]): Promise<Response> {
  const origin = { ...from, sessionRef: null };
  await recordVisitorRefusal({ origin, at: now(), facts: { type: "cron.refused", route: job } });
  return answer(401, { outcome: "refused" });
}

function answer(status: number, body: Record<string, string | number>): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
