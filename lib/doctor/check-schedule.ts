import { MINUTE_MS, now } from "@/lib/clock";
import { watchIsLate } from "@/lib/coverage/policy";
import { MISSED_LOOKS } from "@/lib/coverage/schema";
import { CRON_JOBS, type CronJobName } from "@/lib/cron/jobs";
import { readLastGoodRun } from "@/lib/cron/runs";
import type { Reader } from "@/lib/db/client";
import { env } from "@/lib/env";
import { bad, good, type Look, warning } from "./line";
import { mayBeSilentFor } from "./policy";
import type { Line } from "./schema";

/** The last good watch is not longer ago than three intervals (E45). A portal that never watched is not ready. */
export async function checkWatch(db: Reader): Promise<Line[]> {
  const { WATCH_INTERVAL_MINUTES: interval } = env();
  const at = now();
  const last = await readLastGoodRun(db, "watch");
  if (last === null) return [bad("watch", "watchNever")];
  const minutes = minutesBetween(last, at);
  if (!watchIsLate(last, interval, at)) return [good("watch", "watchGood", { minutes })];
  return [bad("watch", "watchLate", { minutes, missed: MISSED_LOOKS, interval })];
}

/** Whether another job was done lately, or cannot have been yet. */
export const checkJob =
  (job: CronJobName): Look =>
  async (db) => {
    const allowed = mayBeSilentFor(CRON_JOBS[job].everyMinutes(), env().WATCH_INTERVAL_MINUTES);
    const last = await readLastGoodRun(db, job);
    const since = last ?? (await readFirstRun(db));
    const minutes = since ? minutesBetween(since, now()) : Number.POSITIVE_INFINITY;
    const isLate = minutes > allowed;
    if (last === null) return [isLate ? bad("job", "jobNever", { job }) : good("job", "jobYoung", { job })];
    return [isLate ? bad("job", "jobLate", { job, minutes, allowed }) : good("job", "jobGood", { job, minutes })];
  };

/** Whether somebody outside hears when the watch falls silent (E47). */
export function checkMonitor(): Line[] {
  return [env().HEARTBEAT_URL === undefined ? warning("monitor", "monitorNone") : good("monitor", "monitorSet")];
}

/** Since when anything was ever done; runs of long ago are cleared away. */
async function readFirstRun(db: Reader): Promise<Date | null> {
  const run = await db.run.findFirst({ orderBy: { startedAt: "asc" }, select: { startedAt: true } });
  return run?.startedAt ?? null;
}

function minutesBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / MINUTE_MS);
}
