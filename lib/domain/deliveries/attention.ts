import type { DbClient } from "@/lib/platform/db/client";
import { joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { DeliveryStatus } from "./schema";

/** After these somebody who should have been told was not. */
export const LOSSES = ["failed", "bounced", "suppressed", "complained"] as const satisfies readonly DeliveryStatus[];

/** Ids of the mails that nobody has seen to: failed for good here, or lost after the provider took them. */
export function mailsInNeed(): Sql {
  return sql`
    SELECT id FROM portal_outbox WHERE state = 'dead' AND handled_at IS NULL
    UNION
    SELECT o.id FROM portal_mail_event e JOIN portal_outbox o ON o.provider_id = e.provider_id
    WHERE e.fate IN (${joinSql([...LOSSES])}) AND o.handled_at IS NULL`;
}

/** The same of one mailbox. @param to as `recipientKey` makes it */
export function mailsInNeedTo(to: string): Sql {
  return sql`SELECT need.id FROM (${mailsInNeed()}) need JOIN portal_outbox m ON m.id = need.id WHERE m.recipient = ${to}`;
}

/** How many of them there are, in all or to one mailbox. */
export async function countMailsInNeed(db: DbClient, to: string | null = null): Promise<number> {
  const which = to === null ? mailsInNeed() : mailsInNeedTo(to);
  const rows = await db.$queryRaw<{ n: number | bigint }[]>`SELECT COUNT(*) AS n FROM (${which}) counted`;
  return Number(rows[0]?.n ?? 0);
}
