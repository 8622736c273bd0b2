import { inChunks, joinSql, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";
import type { MailFacts } from "@/lib/mail/schema";

/** One mailbox: its address as stored, and the logins that share it. */
export type Recipient = { address: string; logins: string[]; language: string };

/** Eight values each, far below what one statement may carry. */
const MAILS_PER_STATEMENT = 1_000;

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
  if (languages.length === 0) return 0;
  await tx.db.$executeRaw`
    INSERT INTO portal_message (event_key, kind, language, facts, created_at)
    VALUES ${joinSql(languages.map((language) => sql`(${eventKey}, ${kind}, ${language}, ${facts}, ${at})`))}`;
  const messages = await tx.db.message.findMany({ where: { eventKey, kind }, select: { id: true, language: true } });
  const messageIds = new Map(messages.map((message) => [message.language, message.id]));
  for (const chunk of inChunks(recipients, MAILS_PER_STATEMENT)) {
    const rows = chunk.map(({ address, logins, language }) => {
      const messageId = messageIds.get(language);
      if (messageId === undefined) throw new Error(`no message in ${language} for ${eventKey}`);
      return sql`(${messageId}, ${eventKey}, ${kind}, ${recipientKey(address)}, ${address.trim()},
        ${JSON.stringify(logins)}, ${at}, ${at})`;
    });
    await tx.db.$executeRaw`
      INSERT INTO portal_outbox (message_id, event_key, kind, recipient, address, logins, next_attempt_at, created_at)
      VALUES ${joinSql(rows)}`;
  }
  return recipients.length;
}
