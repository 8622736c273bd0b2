import type { Tx } from "@/lib/db/transaction";
import { type Recipient, recipientKey } from "./enqueue";

/**
 * Puts a mail that did not arrive into the outbox once more: the same facts and, if it was rendered, the same bytes in
 * the same language, under another event key, so that a provider takes it for a new mail.
 */
export async function enqueueAgain(
  tx: Tx,
  again: { messageId: bigint; eventKey: string; recipients: readonly Recipient[]; at: Date },
): Promise<void> {
  const { messageId, eventKey, recipients, at } = again;
  await tx.db.$executeRaw`
    INSERT INTO portal_message (event_key, kind, language, facts, created_at, subject, html, text)
    SELECT ${eventKey}, kind, language, facts, ${at}, subject, html, text FROM portal_message WHERE id = ${messageId}`;
  const { id, kind } = await tx.db.message.findFirstOrThrow({ where: { eventKey }, select: { id: true, kind: true } });
  await tx.db.outboxMail.createMany({
    data: recipients.map(({ address, logins }) => ({
      ...{ messageId: id, eventKey, kind, recipient: recipientKey(address), address: address.trim() },
      ...{ logins: JSON.stringify(logins), state: "due", nextAttemptAt: at, createdAt: at },
    })),
  });
}
