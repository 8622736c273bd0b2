import type { Reader } from "@/lib/db/client";
import { joinSql, type Sql, sql } from "@/lib/db/sql";
import type { Fate } from "./schema";

/** After these somebody who should have been told was not. */
export const LOSSES = ["failed", "bounced", "suppressed", "complained"] as const satisfies readonly Fate[];

/** Ids of the mails that nobody has seen to: failed for good here, or lost after the provider took them. */
export function mailsInNeed(): Sql {
  return sql`
    SELECT id FROM portal_outbox WHERE state = 'dead' AND handled_at IS NULL
    UNION
    SELECT o.id FROM portal_mail_event e JOIN portal_outbox o ON o.provider_id = e.provider_id
    WHERE e.fate IN (${joinSql([...LOSSES])}) AND o.handled_at IS NULL`;
}

/** How many of them there are. */
export async function countMailsInNeed(db: Reader): Promise<number> {
  const rows = await db.$queryRaw<{ n: number | bigint }[]>`SELECT COUNT(*) AS n FROM (${mailsInNeed()}) need`;
  return Number(rows[0]?.n ?? 0);
}
