import type { Tx } from "@/lib/platform/db/transaction";
import type { Recipient } from "./enqueue";
import { newIdentity, readInstallation } from "./identity";
import { recipientKey } from "./recipient-policy";

/**
 * Puts a mail that did not arrive into the outbox once more: the same facts and, if it was rendered, the same bytes in
 * the same language, as a mail of its own.
 */
export async function enqueueAgain(
  tx: Tx,
  again: { messageId: bigint; eventKey: string; recipients: readonly Recipient[]; at: Date },
): Promise<void> {
  const { messageId, eventKey, recipients, at } = again;
  await tx.db.$executeRaw`
    INSERT INTO portal_message (event_key, kind, language, facts, created_at, subject, html, text, threads)
    SELECT ${eventKey}, kind, language, facts, ${at}, subject, html, text, threads FROM portal_message WHERE id = ${messageId}`;
  const { id, kind } = await tx.db.message.findFirstOrThrow({ where: { eventKey }, select: { id: true, kind: true } });
  const installation = await readInstallation(tx, at);
  await tx.db.outboxMail.createMany({
    data: recipients.map(({ address, logins }) => ({
      ...{ messageId: id, eventKey, kind, recipient: recipientKey(address), address: address.trim() },
      ...{ logins: JSON.stringify(logins), state: "due", nextAttemptAt: at, createdAt: at },
      identity: newIdentity(installation),
    })),
  });
}
