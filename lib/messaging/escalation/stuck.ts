import { OVERDUE_MS } from "@/lib/messaging/outbox/retry-policy";
import { plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";

/** Alerts with undelivered mails (`undelivered`) that the second channel does not know yet. Reminders are no alerts. */
function unknownAlerts(at: Date) {
  return sql`
    FROM portal_outbox o
    WHERE o.kind <> 'reminder' AND o.handled_at IS NULL
      AND (o.state = 'dead' OR (o.state IN ('held', 'due') AND o.created_at <= ${plus(at, -OVERDUE_MS)}))
      AND NOT EXISTS (SELECT 1 FROM portal_escalation e WHERE e.event_key = o.event_key AND e.kind = o.kind)`;
}

/** Whether there is anything to send, or to send again. Two statements, no lock. */
export async function hasStuckAlerts(db: DbClient, at: Date): Promise<boolean> {
  if ((await db.escalation.count({ where: { state: "due", nextAttemptAt: { lte: at } } })) > 0) return true;
  return (await db.$queryRaw<unknown[]>`SELECT o.id ${unknownAlerts(at)} LIMIT 1`).length > 0;
}

/** Notes the oldest `limit` alerts that are stuck and not noted yet; each once, for good. */
export async function noteStuckAlerts(tx: Tx, limit: number, at: Date): Promise<void> {
  await tx.db.$executeRaw`
    INSERT INTO portal_escalation (event_key, kind, state, attempts, next_attempt_at, created_at)
    SELECT o.event_key, o.kind, 'due', 0, ${at}, ${at} ${unknownAlerts(at)}
    GROUP BY o.event_key, o.kind ORDER BY MIN(o.id) LIMIT ${limit}`;
}
