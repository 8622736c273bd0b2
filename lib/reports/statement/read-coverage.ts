import { KEEP_RUNS_MS } from "@/lib/jobs/housekeep";
import { plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { blindTimesOf, coverageOf } from "@/lib/reports/coverage/policy";
import { readCoverageFacts } from "@/lib/reports/coverage/queries";
import type { Bounds } from "./policy";
import type { StatementCoverage } from "./schema";

/** A check every minute for a month. */
const MAX_RUNS = 45_000;
const LISTED_BLIND_TIMES = 1_000;
const MILLIONTH = 1_000_000;

/** How well the watch watched within this time; null when its checks are not kept any more. Three statements. */
export async function readStatementCoverage(
  db: DbClient,
  { from, to }: Bounds,
  madeAt: Date,
): Promise<StatementCoverage | null> {
  if (from < plus(madeAt, -KEEP_RUNS_MS)) return null;
  const facts = await readCoverageFacts(db, { since: from, to, maxRuns: MAX_RUNS });
  const { from: known, watched, interval, checks: looks, failedChecks: failedLooks, blindCount } = coverageOf(facts);
  return {
    from: known,
    to: to.toISOString(),
    interval,
    watched: watched === null ? null : Math.floor(watched * MILLIONTH) / MILLIONTH,
    looks,
    failedLooks,
    blindCount,
    blind: blindTimesOf(facts).slice(0, LISTED_BLIND_TIMES),
  };
}
