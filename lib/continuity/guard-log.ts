import { type Link, replaceLinks } from "@/lib/audit/memory";
import { auditFactsSchema } from "@/lib/audit/schema";
import { now } from "@/lib/clock";
import { db, type Reader } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { logger } from "@/lib/logger";
import { announceGap } from "./announce-gap";
import { compareLog } from "./compare-log";

/**
 * Notices that the log went back: that events which this process has seen committed are gone, or that others have their
 * numbers. A server that took over without them does that, and a backup that was restored. It is told once, whatever
 * number of processes remember it. Two statements while all is well.
 *
 * @param reader for the first look, which decides nothing: on a node that lags behind it may be old
 * @returns whether it was told now
 * @throws AppError when the database cannot be read or changed: the next call tries again
 */
export async function guardLog(reader: Reader = db()): Promise<boolean> {
  const { remembered, newest, gap } = await reading(() => compareLog(reader));
  if (gap) return inTransaction((tx) => judge(tx, now()));
  replaceLinks(remembered, newest);
  return false;
}

/** Decides in the transaction that holds the write mutex, so what it reads is as new as can be. */
async function judge(tx: Tx, at: Date): Promise<boolean> {
  const { remembered, newest, gap } = await compareLog(tx.db);
  if (!gap || (await isTold(tx, gap))) {
    tx.afterCommit.push(() => replaceLinks(remembered, newest));
    return false;
  }
  const { lastKept, lastGone } = gap;
  await announceGap(tx, { cause: "noticed", job: "watch", lastKept, lastGone: lastGone.seq }, at);
  tx.afterCommit.push(() => {
    replaceLinks(remembered, null);
    logger().error({ lastKept: lastKept && Number(lastKept.seq), lastGone: Number(lastGone.seq) }, "the log went back");
  });
  return true;
}

/** Whether another process, or whoever restored, has told of everything that this one misses. */
async function isTold(tx: Tx, gap: { lastKept: Link | null; lastGone: Link }): Promise<boolean> {
  const told = await tx.db.auditEvent.findMany({
    where: { type: "log.went-back", seq: { gt: gap.lastKept?.seq ?? 0n } },
    select: { type: true, facts: true },
  });
  return told.some(({ type, facts }) => {
    const event = auditFactsSchema.parse({ ...JSON.parse(facts), type });
    if (event.type !== "log.went-back") return false;
    return event.lost.to === null || event.lost.to >= Number(gap.lastGone.seq);
  });
}
