import type { MailFacts } from "@/lib/ledger/facts/mail-schema";
import { type BatchWindow, enqueue } from "@/lib/messaging/outbox/enqueue";
import { plus } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/transaction";
import { BATCH_MS, personOf } from "./policy";
import type { Roster } from "./recipients";

/**
 * Queues the alert about one audit event for every Super User of this moment, in the transaction of the change.
 * What one person does within a minute of an alert that went out at once is held, to be sent in one digest
 * (`batchAlerts`). What jobs do or find is never held.
 * @param alert.threads names of what it is about, if other mails are about the same
 * @returns how many mails
 */
export async function queueAlert(
  tx: Tx,
  alert: {
    eventSeq: bigint;
    facts: MailFacts;
    roster: Pick<Roster, "recipients">;
    at: Date;
    threads?: readonly string[];
  },
): Promise<number> {
  const { facts, roster, at, threads } = alert;
  const actor = personOf(facts);
  return enqueue(tx, {
    eventKey: `event/${alert.eventSeq}`,
    facts,
    recipients: roster.recipients,
    at,
    actor,
    threads,
    batchWindow: actor === null ? null : await batchWindowOf(tx, actor, at),
  });
}

/** Until when the alert waits, and for which digest; null when it is the first within a minute. */
async function batchWindowOf(tx: Tx, actor: string, at: Date): Promise<BatchWindow | null> {
  const first = await tx.db.message.findFirst({
    // Nothing of the future: a clock that was set back would hold alerts until it is there again.
    where: { actor, digestKey: null, createdAt: { gt: plus(at, -BATCH_MS), lte: at } },
    orderBy: { id: "desc" },
    select: { eventKey: true, createdAt: true },
  });
  return first && { digestKey: `digest/${first.eventKey}`, until: plus(first.createdAt, BATCH_MS) };
}
