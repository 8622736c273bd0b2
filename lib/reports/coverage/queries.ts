import { LEASE_MS } from "@/lib/ledger/jobs/do-job";
import { readWatchingSince } from "@/lib/ledger/settings/store";
import { DAY_MS, now, plus } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import { type CoverageFacts, coverageOf, type WatchRun } from "./policy";
import type { Coverage } from "./schema";

const PERIOD_MS = 30 * DAY_MS;
/** A check a minute for 30 days, and some; whoever looks more often sees a shorter time. */
const MAX_RUNS = 45_000;
const COLUMNS = { id: true, startedAt: true, outcome: true } as const;

/**
 * When the watch was really watching, within the last 30 days. Three statements; the runs are read and weighed here
 * and not in SQL, so that one pure function holds the whole rule.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never a calm picture instead
 */
export function readCoverage(): Promise<Coverage> {
  return withDatabaseErrors(async () => {
    const to = now();
    return coverageOf(await readCoverageFacts(db(), { since: plus(to, -PERIOD_MS), to, maxRuns: MAX_RUNS }));
  });
}

/**
 * What the rule needs to know of the time from `since` to `to`, or of as much of its end as `maxRuns` runs tell of.
 * Three statements.
 */
export async function readCoverageFacts(
  reader: DbClient,
  { since, to, maxRuns }: { since: Date; to: Date; maxRuns: number },
): Promise<CoverageFacts> {
  // Raw, because there may be 100,000 of them: that takes half the time of the client's own rows.
  const rows = await reader.$queryRaw<{ id: bigint | number; startedAt: Date; outcome: string }[]>`
    SELECT id, started_at AS startedAt, outcome FROM portal_run
    WHERE job = 'watch' AND started_at >= ${since} AND started_at <= ${to}
    ORDER BY started_at DESC LIMIT ${maxRuns}`;
  const runs: WatchRun[] = rows.map((row) => ({ ...row, id: BigInt(row.id) }));
  const oldest = runs.length === maxRuns ? runs.at(-1) : undefined;
  const from = oldest?.startedAt ?? since;
  const before = await reader.run.findFirst({
    where: { job: "watch", outcome: "done", startedAt: { lt: from } },
    orderBy: { startedAt: "desc" },
    select: COLUMNS,
  });
  return {
    runs: before ? [...runs, before] : runs,
    watchingSince: await readWatchingSince(reader),
    from,
    to,
    intervalMinutes: env().WATCH_INTERVAL_MINUTES,
    runEndsWithinMs: LEASE_MS,
  };
}
