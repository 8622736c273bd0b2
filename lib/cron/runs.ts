import type { JobName } from "@/lib/audit/schema";
import { DAY_MS, plus } from "@/lib/clock";
import type { Reader } from "@/lib/db/client";

/** Numbers a job reports; never names of sites. */
export type Counts = Record<string, number>;

/** When the newest good run of a job ended; null when it never ran. */
export async function readLastGoodRun(db: Reader, job: JobName): Promise<Date | null> {
  const run = await db.run.findFirst({
    where: { job, outcome: "done" },
    orderBy: { startedAt: "desc" },
    select: { finishedAt: true },
  });
  return run?.finishedAt ?? null;
}

/** Notes that a job began. @returns the run's id */
export async function beginRun(db: Reader, job: JobName, at: Date): Promise<bigint> {
  const run = await db.run.create({ data: { job, startedAt: at, outcome: "running", counts: "{}" } });
  return run.id;
}

/** Notes how a run ended. */
export async function endRun(
  db: Reader,
  id: bigint,
  outcome: "done" | "failed",
  counts: Counts,
  at: Date,
): Promise<void> {
  await db.run.update({ where: { id }, data: { outcome, counts: JSON.stringify(counts), finishedAt: at } });
}

/** Heartbeats of `deliver` are kept for a month, others for 400 days: enough to show where the watch was blind. */
export async function pruneRuns(db: Reader, at: Date): Promise<void> {
  await db.run.deleteMany({ where: { job: "deliver", startedAt: { lt: plus(at, -30 * DAY_MS) } } });
  await db.run.deleteMany({ where: { startedAt: { lt: plus(at, -400 * DAY_MS) } } });
}
