import type { MailFacts } from "@/lib/ledger/facts/mail-schema";
import { now } from "@/lib/platform/clock";
import { inChunks, joinSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { newIdentity, readInstallation } from "./identity";
import { recipientKey } from "./recipient-policy";

/** One mailbox: its address as stored, and the logins that share it. */
export type Recipient = { address: string; logins: string[]; language: string };

/** A mail that waits until then to be folded into a digest. */
export type BatchWindow = { digestKey: string; until: Date };

/** One message to many mailboxes. `eventKey` and kind make each mail unique per mailbox. */
type QueuedMail = {
  eventKey: string;
  facts: MailFacts;
  recipients: readonly Recipient[];
  at: Date;
  /** login of the Super User whose command it tells of, if it could be folded */
  actor?: string | null;
  /** null: it is due at once */
  batchWindow?: BatchWindow | null;
  /** names of what it is about: mail programs show all mails about one thing together */
  threads?: readonly string[];
};

/** Ten values each, far below what one statement may carry. */
const MAILS_PER_STATEMENT = 1_000;
/** Each carries its facts: 10 kB or more. */
const MESSAGES_PER_STATEMENT = 50;

/**
 * Puts one mail for each recipient into the outbox, in the transaction of its cause. From the commit on the mails
 * exist, with facts, address and language as they were then.
 * @returns how many mails
 */
export function enqueue(tx: Tx, mail: QueuedMail): Promise<number> {
  return enqueueAll(tx, [mail]);
}

/** Enough that nobody finds another log in which the event of that number has the same. */
const HASH_SHOWN = 12;

/** How far the audit log is, with the cause of the mail in it: any old mail convicts a log that was written anew. */
async function readLogHead(tx: Tx): Promise<NonNullable<MailFacts["log"]>> {
  const { seq, hash } = await tx.db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  return { seq: Number(seq), hash: hash.slice(0, HASH_SHOWN) };
}

/** The same for many messages at once, in as many statements as one takes. */
export async function enqueueAll(tx: Tx, mails: readonly QueuedMail[]): Promise<number> {
  const messages = mails.flatMap((mail) => languagesOf(mail).map((language) => ({ ...mail, language })));
  if (messages.length === 0) return 0;
  const log = await readLogHead(tx);
  for (const chunk of inChunks(messages, MESSAGES_PER_STATEMENT)) {
    const rows = chunk.map(({ eventKey, facts, language, at, actor = null, batchWindow = null, threads = [] }) => {
      const digestKey = batchWindow?.digestKey ?? null;
      const about = threads.length === 0 ? null : JSON.stringify(threads);
      return sql`(${eventKey}, ${facts.kind}, ${language}, ${JSON.stringify({ ...facts, log })}, ${at}, ${actor}, ${digestKey},
        ${about})`;
    });
    await tx.db.$executeRaw`
      INSERT INTO portal_message (event_key, kind, language, facts, created_at, actor, digest_key, threads)
      VALUES ${joinSql(rows)}`;
  }
  const ids = await messageIds(tx, mails);
  const installation = await readInstallation(tx, now());
  const rows = mails.flatMap((mail) => outboxRows(mail, ids, installation));
  for (const chunk of inChunks(rows, MAILS_PER_STATEMENT)) {
    await tx.db.$executeRaw`
      INSERT INTO portal_outbox
        (message_id, event_key, kind, recipient, address, logins, state, next_attempt_at, created_at, identity)
      VALUES ${joinSql(chunk)}`;
  }
  return rows.length;
}

function languagesOf({ recipients }: QueuedMail): string[] {
  return [...new Set(recipients.map((recipient) => recipient.language))];
}

const nameOf = (eventKey: string, kind: string, language: string) => `${eventKey} ${kind} ${language}`;

async function messageIds(tx: Tx, mails: readonly QueuedMail[]): Promise<Map<string, bigint>> {
  const messages = await tx.db.message.findMany({
    where: { eventKey: { in: [...new Set(mails.map((mail) => mail.eventKey))] } },
    select: { id: true, eventKey: true, kind: true, language: true },
  });
  return new Map(messages.map(({ id, eventKey, kind, language }) => [nameOf(eventKey, kind, language), id]));
}

function outboxRows(
  { eventKey, facts, recipients, at, batchWindow = null }: QueuedMail,
  ids: Map<string, bigint>,
  installation: string,
) {
  return recipients.map(({ address, logins, language }) => {
    const messageId = ids.get(nameOf(eventKey, facts.kind, language));
    if (messageId === undefined) throw new Error(`no message in ${language} for ${eventKey}`);
    return sql`(${messageId}, ${eventKey}, ${facts.kind}, ${recipientKey(address)}, ${address.trim()},
      ${JSON.stringify(logins)}, ${batchWindow ? "held" : "due"}, ${batchWindow?.until ?? at}, ${at}, ${newIdentity(installation)})`;
  });
}
