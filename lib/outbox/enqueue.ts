import type { Tx } from "@/lib/db/transaction";
import type { MailFacts } from "@/lib/mail/schema";

/** One mailbox: its address as stored, and the logins that share it. */
export type Recipient = { address: string; logins: string[]; language: string };

/** The identity of a mailbox: two spellings of one address get one mail. */
export function recipientKey(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * Puts one mail for each recipient into the outbox, in the transaction of its cause. From the commit on the mails
 * exist, with facts, address and language as they were then. `eventKey` and kind make each mail unique per mailbox.
 * @returns how many mails
 */
export async function enqueue(
  tx: Tx,
  mail: { eventKey: string; facts: MailFacts; recipients: readonly Recipient[]; at: Date },
): Promise<number> {
  const { eventKey, recipients, at } = mail;
  const kind = mail.facts.kind;
  const facts = JSON.stringify(mail.facts);
  const languages = [...new Set(recipients.map((recipient) => recipient.language))];
  await tx.db.message.createMany({
    data: languages.map((language) => ({ eventKey, kind, language, facts, createdAt: at })),
  });
  const messages = await tx.db.message.findMany({ where: { eventKey, kind }, select: { id: true, language: true } });
  const messageIds = new Map(messages.map((message) => [message.language, message.id]));
  await tx.db.outboxMail.createMany({
    data: recipients.map((recipient) => {
      const messageId = messageIds.get(recipient.language);
      if (messageId === undefined) throw new Error(`no message in ${recipient.language} for ${eventKey}`);
      return {
        messageId,
        eventKey,
        kind,
        recipient: recipientKey(recipient.address),
        address: recipient.address.trim(),
        logins: JSON.stringify(recipient.logins),
        nextAttemptAt: at,
        createdAt: at,
      };
    }),
  });
  return recipients.length;
}
