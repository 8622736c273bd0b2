import { DAY_MS, HOUR_MS, now, plus } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { isStopping } from "@/lib/platform/shutdown";
import { FORGETS } from "./forgotten";
import { recordAudit } from "./record";
import { readHead } from "./stored-events";

/** Once a day, though the job that does it comes every hour, and not to the minute. */
const EVERY_MS = DAY_MS - HOUR_MS;
/** Deleted in one transaction: others wait for it. */
const BATCH = 5_000;
const MOST_BATCHES = 200;

/**
 * Deletes from where events came that are older than ORIGIN_RETENTION_DAYS, once a day. Each transaction that deletes
 * any is an event of its own, so that `audit:verify` can tell what was due from what somebody took away.
 * @returns how many were deleted
 */
export async function forgetOrigins(): Promise<number> {
  if (await withDatabaseErrors(() => wasDoneLately(db(), now()))) return 0;
  let deleted = 0;
  for (let batch = 0; batch < MOST_BATCHES && !isStopping(); batch++) {
    if ((await withDatabaseErrors(() => oldest(db(), now(), 1))).found.length === 0) break;
    deleted += await inTransaction((tx) => forgetSome(tx, now()));
  }
  return deleted;
}

async function wasDoneLately(reader: DbClient, at: Date): Promise<boolean> {
  return (await reader.auditEvent.count({ where: { ...FORGETS, at: { gt: plus(at, -EVERY_MS), lte: at } } })) > 0;
}

async function forgetSome(tx: Tx, at: Date): Promise<number> {
  const { found, due } = await oldest(tx.db, at, BATCH);
  const last = found.at(-1);
  if (last === undefined) return 0;
  const through = found.length < BATCH ? due : last;
  const { count } = await tx.db.auditOrigin.deleteMany({ where: { seq: { lte: through } } });
  await recordAudit(tx, {
    by: "reminders",
    at,
    facts: { type: FORGETS.type, through: Number(through), before: cutOff(at).toISOString(), count },
  });
  return count;
}

/** The first events whose origin has served its time, in order of their numbers; `due`: the last of which that is so. */
async function oldest(reader: DbClient, at: Date, most: number): Promise<{ found: bigint[]; due: bigint }> {
  const due = await lastDue(reader, at);
  const origins = await reader.auditOrigin.findMany({
    where: { seq: { lte: due } },
    orderBy: { seq: "asc" },
    take: most,
    select: { seq: true },
  });
  return { found: origins.map(({ seq }) => seq), due };
}

/** The event before the first that is young enough, not the last that is old: a clock that was wrong ends nothing. */
async function lastDue(reader: DbClient, at: Date): Promise<bigint> {
  const young = await reader.auditEvent.findFirst({
    where: { at: { gt: cutOff(at), lte: at } },
    orderBy: [{ at: "asc" }, { seq: "asc" }],
    select: { seq: true },
  });
  return young ? young.seq - 1n : ((await readHead(reader))?.seq ?? 0n);
}

function cutOff(at: Date): Date {
  return plus(at, -env().ORIGIN_RETENTION_DAYS * DAY_MS);
}
