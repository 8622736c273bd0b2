import { CRON_JOBS, type CronJobName } from "@/lib/jobs/jobs";
import { readLastGoodRun } from "@/lib/ledger/jobs/runs";
import { MINUTE_MS, now } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { watchIsLate } from "@/lib/reports/coverage/policy";
import { MISSED_CHECKS } from "@/lib/reports/coverage/schema";
import { bad, good, type RunCheck, warning } from "./line";
import { mayBeSilentFor } from "./policy";
import type { Line } from "./schema";

/** The last good watch is not longer ago than three intervals (E45). A portal that never watched is not ready. */
export async function checkWatch(db: DbClient): Promise<Line[]> {
  const { WATCH_INTERVAL_MINUTES: interval } = env();
  const at = now();
  const last = await readLastGoodRun(db, "watch");
  if (last === null) return [bad("watch", "jobNever", { job: "watch" })];
  const minutes = minutesBetween(last, at);
  const args = { job: "watch", minutes, allowed: MISSED_CHECKS * interval };
  if (watchIsLate(last, interval, at)) return [bad("watch", "jobLate", args)];
  return [await unlessFailing(db, "watch", good("watch", "jobGood", args))];
}

/** Whether another job was done lately, or cannot have been yet. */
export const checkJob =
  (job: CronJobName): RunCheck =>
  async (db) => {
    const allowed = mayBeSilentFor(CRON_JOBS[job].everyMinutes(), env().WATCH_INTERVAL_MINUTES);
    const last = await readLastGoodRun(db, job);
    const since = last ?? (await readFirstRun(db));
    const minutes = since ? minutesBetween(since, now()) : Number.POSITIVE_INFINITY;
    const isLate = minutes > allowed;
    if (isLate) return [last ? bad("job", "jobLate", { job, minutes, allowed }) : bad("job", "jobNever", { job })];
    const onTime = last ? good("job", "jobGood", { job, minutes }) : good("job", "jobYoung", { job });
    return [await unlessFailing(db, job, onTime)];
  };

/** So many runs in a row that failed are no accident, long before the job is late. */
const KEEPS_FAILING = 2;

/** `line`, unless the newest runs of the job all failed. */
async function unlessFailing(db: DbClient, job: CronJobName, line: Line): Promise<Line> {
  const newest = await db.run.findMany({
    where: { job, outcome: { not: "running" }, startedAt: { lte: now() } },
    orderBy: { startedAt: "desc" },
    take: KEEPS_FAILING,
    select: { outcome: true },
  });
  const isFailing = newest.length === KEEPS_FAILING && newest.every(({ outcome }) => outcome === "failed");
  return isFailing ? bad(line.check, "jobFails", { job, count: KEEPS_FAILING }) : line;
}

/** Whether somebody outside hears when the watch falls silent (E47). */
export function checkMonitor(): Line[] {
  return [env().HEARTBEAT_URL === undefined ? warning("monitor", "monitorNone") : good("monitor")];
}

/** Since when anything was ever done; runs of long ago are cleared away. */
async function readFirstRun(db: DbClient): Promise<Date | null> {
  const run = await db.run.findFirst({ orderBy: { startedAt: "asc" }, select: { startedAt: true } });
  return run?.startedAt ?? null;
}

function minutesBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / MINUTE_MS);
}
