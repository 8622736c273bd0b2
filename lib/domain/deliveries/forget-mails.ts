import { recordAudit } from "@/lib/ledger/audit/record";
import { DAY_MS, now, plus } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { persistently } from "@/lib/platform/db/persistently";
import { idList } from "@/lib/platform/db/sql";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { isStopping } from "@/lib/platform/shutdown";

/** Each may have gone to a thousand mailboxes. */
const BATCH = 25;
const MOST_BATCHES = 2_000;

/**
 * Empties mails that are older than MAIL_RETENTION_DAYS: what they said, to which address they went, what a mail server
 * said of them. That a mail was queued, about which event, for which logins, when, and what became of it stays. Mails
 * that still wait to go out are left. One event says how many were emptied.
 * @returns how many, one for each language of an alert
 */
export async function forgetMails(): Promise<number> {
  const before = plus(now(), -env().MAIL_RETENTION_DAYS * DAY_MS);
  let count = 0;
  for (let batch = 0; batch < MOST_BATCHES && !isStopping(); batch++) {
    const ids = await withDatabaseErrors(() => oldMessages(db(), before));
    if (ids.length === 0) break;
    await persistently(() => empty(db(), ids));
    count += ids.length;
  }
  if (count > 0) await inTransaction((tx) => record(tx, before, count));
  return count;
}

async function oldMessages(reader: DbClient, before: Date): Promise<number[]> {
  const rows = await reader.$queryRaw<{ id: bigint | number }[]>`
    SELECT m.id FROM portal_message m
    WHERE m.forgotten_at IS NULL AND m.created_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM portal_outbox o WHERE o.message_id = m.id AND o.state IN ('held', 'due'))
    ORDER BY m.created_at, m.id LIMIT ${BATCH}`;
  return rows.map(({ id }) => Number(id));
}

/** The message last: what breaks off before is done again. The number stands for the mailbox, which has to be unique. */
async function empty(reader: DbClient, messageIds: readonly number[]): Promise<void> {
  const ids = idList(messageIds);
  await reader.$executeRaw`
    UPDATE portal_mail_event SET recipient = '', detail = '' WHERE provider_id IN (
      SELECT provider_id FROM portal_outbox WHERE provider_id IS NOT NULL AND message_id IN (${ids}))`;
  await reader.$executeRaw`
    UPDATE portal_outbox SET recipient = CAST(id AS CHAR(20)), address = '', last_error = NULL
    WHERE message_id IN (${ids})`;
  await reader.$executeRaw`
    UPDATE portal_message SET facts = '{}', subject = NULL, html = NULL, text = NULL, forgotten_at = ${now()}
    WHERE id IN (${ids})`;
}

async function record(tx: Tx, before: Date, count: number): Promise<void> {
  const facts = { type: "mails.forgotten", before: before.toISOString(), count } as const;
  await recordAudit(tx, { by: "reminders", at: now(), facts });
}
