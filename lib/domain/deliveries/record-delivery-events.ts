import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { joinSql, sql } from "@/lib/platform/db/sql";
import { inTransaction } from "@/lib/platform/db/transaction";
import { failForGood } from "./fail-for-good";
import { judgeReach } from "./judge-reach";
import type { DeliveryEvent } from "./resend-events";

/**
 * How many of the events are recorded now. `early`: how many are about a mail that nobody knows while mails are being
 * handed over; it may be one of those, its id not stored yet.
 */
type RecordedEvents = { recorded: number; early: number };

/**
 * Keeps what the provider said of the portal's mails, and draws the consequences: a mail that was lost after all
 * (fail-for-good.ts), and who is not reached any more, or again (judge-reach.ts). The same event twice is one; nothing
 * that was said is ever replaced. Mails that the portal did not send are none of its business. All or nothing.
 */
export async function recordDeliveryEvents(events: readonly DeliveryEvent[]): Promise<RecordedEvents> {
  if (events.length === 0) return { recorded: 0, early: 0 };
  const recipients = await withDatabaseErrors(() => readRecipients(db(), events));
  const ours = events.flatMap((one) => {
    const recipient = recipients.get(one.providerId);
    return recipient === undefined ? [] : [{ ...one, recipient }];
  });
  const unknown = events.length - ours.length;
  const early = unknown > 0 && (await withDatabaseErrors(() => mailsAreInHand(db()))) ? unknown : 0;
  if (ours.length === 0) return { recorded: 0, early };
  return inTransaction(async (tx) => {
    const at = now();
    const fresh = await notRecordedYet(tx.db, ours);
    if (fresh.length === 0) return { recorded: 0, early };
    const rows = fresh.map(
      ({ id, providerId, fate, recipient, at: saidAt, detail }) =>
        sql`(${id}, ${providerId}, ${fate}, ${recipient}, ${saidAt}, ${at}, ${detail})`,
    );
    await tx.db.$executeRaw`
      INSERT INTO portal_mail_event (id, provider_id, fate, recipient, at, received_at, detail)
      VALUES ${joinSql(rows)}`;
    await failForGood(tx, fresh, at);
    await judgeReach(tx, fresh, at);
    return { recorded: fresh.length, early };
  });
}

/** The mailbox of each mail that the portal sent, by the provider's id. */
async function readRecipients(reader: DbClient, events: readonly DeliveryEvent[]): Promise<Map<string, string>> {
  const mails = await reader.outboxMail.findMany({
    where: { providerId: { in: [...new Set(events.map(({ providerId }) => providerId))] } },
    select: { providerId: true, recipient: true },
  });
  return new Map(mails.flatMap(({ providerId, recipient }) => (providerId === null ? [] : [[providerId, recipient]])));
}

async function mailsAreInHand(reader: DbClient): Promise<boolean> {
  return (await reader.outboxMail.findFirst({ where: { state: "due", claimedUntil: { gt: now() } } })) !== null;
}

/** Inside the write mutex, so nobody else records one of them meanwhile. */
async function notRecordedYet<N extends DeliveryEvent>(reader: DbClient, events: readonly N[]): Promise<N[]> {
  const byId = new Map(events.map((one) => [one.id, one]));
  const known = await reader.mailEvent.findMany({ where: { id: { in: [...byId.keys()] } }, select: { id: true } });
  for (const { id } of known) byId.delete(id);
  return [...byId.values()];
}
