import { rememberedLog, replaceMemory } from "@/lib/ledger/audit/memory";
import { auditFactsSchema } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { logger } from "@/lib/platform/logger";
import { announceGap } from "./announce-gap";
import { compareLog, IS_ANNOUNCEMENT } from "./compare-log";

/**
 * Notices that the log went back: that events which this process has seen committed are gone, or that others have their
 * numbers. A server that took over without them does that, and a backup that was restored. It is told once, whatever
 * number of processes remember it. Three statements while all is well.
 *
 * @param reader for the first snapshot, which decides nothing: on a node that lags behind it may be old
 * @returns whether it was told now
 * @throws AppError when the database cannot be read or changed: the next call tries again
 */
export async function guardLog(reader: DbClient = db()): Promise<boolean> {
  const { remembered, newest, tellings, gap } = await withDatabaseErrors(() => compareLog(reader));
  if (gap) return inTransaction((tx) => judge(tx, now()));
  replaceMemory(remembered, newest, tellings);
  return false;
}

/** Decides in the transaction that holds the write mutex, so what it reads is as new as can be. */
async function judge(tx: Tx, at: Date): Promise<boolean> {
  const { remembered, newest, tellings, gap } = await compareLog(tx.db);
  if (!gap || (await isAnnounced(tx, gap.lastGone.seq))) {
    tx.afterCommit.push(() => replaceMemory(remembered, newest, tellings));
    return false;
  }
  const { lastKept, lastGone } = gap;
  const announced = await announceGap(tx, { cause: "noticed", job: "watch", lastKept, lastGone: lastGone.seq }, at);
  tx.afterCommit.push(() => {
    replaceMemory(remembered, null, [...tellings, announced]);
    logger().error({ lastKept: lastKept && Number(lastKept.seq), lastGone: Number(lastGone.seq) }, "the log went back");
  });
  return true;
}

/** Whether another process, or whoever restored, has told since the last check that events up to this one are gone. */
async function isAnnounced(tx: Tx, lastGone: bigint): Promise<boolean> {
  const { tellings } = rememberedLog();
  const announced = await tx.db.auditEvent.findMany({
    where: IS_ANNOUNCEMENT,
    select: { hash: true, type: true, facts: true },
  });
  return announced.some(({ hash, type, facts }) => {
    if (tellings === null || tellings.includes(hash)) return false;
    const event = auditFactsSchema.parse({ ...JSON.parse(facts), type });
    return event.type === IS_ANNOUNCEMENT.type && (event.lost.to === null || event.lost.to >= Number(lastGone));
  });
}
