import { MINUTE_MS, now } from "@/lib/clock";
import { watchIsLate } from "@/lib/coverage/policy";
import { MISSED_LOOKS } from "@/lib/coverage/schema";
import { readLastGoodRun } from "@/lib/cron/runs";
import type { Reader } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Findings } from "./findings";
import { unlessRefused } from "./unless-refused";

const ADVICE =
  "Changes made outside the portal go unnoticed meanwhile. See that something calls /api/cron/watch (or set CRON=internal), and what the portal's log says of it.";

/** The last good watch is not longer ago than three intervals (E45). A portal that never watched is not ready. */
export async function checkWatch(db: Reader): Promise<Findings> {
  const { WATCH_INTERVAL_MINUTES } = env();
  const at = now();
  const last = await unlessRefused(readLastGoodRun(db, "watch"), at);
  if (!watchIsLate(last, WATCH_INTERVAL_MINUTES, at)) return { problems: [], warnings: [] };
  return { problems: [`${words(last, at, WATCH_INTERVAL_MINUTES)} ${ADVICE}`], warnings: [] };
}

function words(last: Date | null, at: Date, interval: number): string {
  if (last === null) return "No watch has ever gone well.";
  const minutes = Math.floor((at.getTime() - last.getTime()) / MINUTE_MS);
  return `The last good watch was ${minutes} minutes ago, longer than ${MISSED_LOOKS} intervals of ${interval} minutes.`;
}
