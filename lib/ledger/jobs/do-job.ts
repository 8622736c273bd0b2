import type { JobName } from "@/lib/ledger/audit/schema";
import { MINUTE_MS, now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { translateDatabaseError, withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { inHand, isStopping, jobUnlessGivenUp } from "@/lib/platform/shutdown";
import { type Lease, releaseLease, takeLease } from "./lease";
import { beginRun, type Counts, endRun, hasGoodRun } from "./runs";

/** Longer than Vercel lets a function run. A run that has not ended after it never will. */
export const LEASE_MS = 6 * MINUTE_MS;

export type JobOutcome =
  | { outcome: "done"; counts: Counts }
  /** another server is at it, or has done it */
  | { outcome: "skipped" }
  /** it changed nothing, or, with `outcome_unknown`, nobody knows whether it did; the next call tries again */
  | { outcome: "failed"; code: ErrorCode };

type JobOptions = { executionId?: string | null; onceSince?: Date };

/** The work of a job. It writes nothing any more once the lease is somebody else's (`requireLease`). */
export type Work = (lease: Lease) => Promise<Counts>;

/**
 * Does a job under its lease and leaves a heartbeat, whoever asks for it: a cron route, or the server's own clock.
 * Never throws: what went wrong is logged, and the outcome says so. A portal that stops begins no job, and gives back
 * one that does not end in time.
 * @param options.executionId what the caller calls this execution, if it says
 * @param options.onceSince skips when the job was done since then
 */
export async function doJob(job: JobName, work: Work, options: JobOptions = {}): Promise<JobOutcome> {
  if (isStopping()) return { outcome: "skipped" };
  return inHand(doUnderLease(job, work, options));
}

async function doUnderLease(
  job: JobName,
  work: Work,
  { executionId = null, onceSince }: JobOptions,
): Promise<JobOutcome> {
  const isDone = () => (onceSince ? withDatabaseErrors(() => hasGoodRun(db(), job, onceSince)) : false);
  try {
    if (await isDone()) return { outcome: "skipped" };
    const lease = await withDatabaseErrors(() => takeLease(db(), job, LEASE_MS, now()));
    if (!lease) return { outcome: "skipped" };
    try {
      // Again, under the lease: another server may have done it meanwhile, and none can be about to.
      if (await isDone()) return { outcome: "skipped" };
      return { outcome: "done", counts: await withHeartbeat(job, () => untilStopped(work(lease)), executionId) };
    } finally {
      await giveBack(lease);
    }
  } catch (error) {
    const cause = translateDatabaseError(error);
    logger().error({ job, err: cause }, "job failed");
    return { outcome: "failed", code: cause instanceof AppError ? cause.code : "unexpected" };
  }
}

function untilStopped(work: Promise<Counts>): Promise<Counts> {
  return jobUnlessGivenUp(work, () => {
    throw new AppError("lease_lost");
  });
}

async function withHeartbeat(job: JobName, work: () => Promise<Counts>, executionId: string | null): Promise<Counts> {
  const run = await inTransaction((tx) => beginRun(tx.db, job, now(), executionId));
  try {
    const counts = await work();
    await inTransaction((tx) => endRun(tx.db, run, "done", counts, now()));
    return counts;
  } catch (error) {
    await inTransaction((tx) => endRun(tx.db, run, "failed", {}, now())).catch((second: unknown) =>
      logger().error({ job, err: second }, "heartbeat lost"),
    );
    throw error;
  }
}

/** A lease that cannot be given back runs out; what was done under it stays done. */
async function giveBack(lease: Lease): Promise<void> {
  await releaseLease(db(), lease).catch((error: unknown) =>
    logger().error({ job: lease.name, err: error }, "the lease could not be given back"),
  );
}
