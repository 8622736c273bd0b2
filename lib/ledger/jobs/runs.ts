import type { JobName } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";

/** Numbers a job reports; never names of sites. */
export type Counts = Record<string, number>;

/**
 * When the newest good run of a job ended; null when it never ran. Runs that lie ahead are left out: the clock was
 * wrong then, and they say nothing of now.
 */
export async function readLastGoodRun(db: DbClient, job: JobName): Promise<Date | null> {
  const run = await db.run.findFirst({
    where: { job, outcome: "done", startedAt: { lte: now() } },
    orderBy: { startedAt: "desc" },
    select: { finishedAt: true },
  });
  return run?.finishedAt ?? null;
}

/** Whether a job was done since then. */
export async function hasGoodRun(db: DbClient, job: JobName, since: Date): Promise<boolean> {
  return (await db.run.count({ where: { job, outcome: "done", startedAt: { gte: since, lte: now() } } })) > 0;
}

/**
 * Notes that a job began.
 * @param executionId what the caller called it, if it said
 * @returns the run's id
 */
export async function beginRun(db: DbClient, job: JobName, at: Date, executionId: string | null): Promise<bigint> {
  const run = await db.run.create({ data: { job, startedAt: at, outcome: "running", counts: "{}", executionId } });
  return run.id;
}

/** Notes how a run ended. */
export async function endRun(
  db: DbClient,
  id: bigint,
  outcome: "done" | "failed",
  counts: Counts,
  at: Date,
): Promise<void> {
  await db.run.update({ where: { id }, data: { outcome, counts: JSON.stringify(counts), finishedAt: at } });
}
