import { recordAudit } from "@/lib/ledger/audit/record";
import { nextTry } from "@/lib/messaging/outbox/retry-policy";
import type { Tx } from "@/lib/platform/db/transaction";
import type { StuckAlert } from "./claim";
import { byAlert, forAlerts } from "./for-alerts";

/** `error`: null when the second channel was notified */
export type Notice = { alert: StuckAlert; error: string | null };

/**
 * Writes how a batch of notices went, each with its audit event. The ladder is that of mails. What was not sent,
 * because the portal stops, is due at once.
 */
export async function recordNotices(
  tx: Tx,
  { tried, notTried }: { tried: readonly Notice[]; notTried: readonly StuckAlert[] },
  at: Date,
): Promise<void> {
  if (notTried.length > 0) {
    await tx.db.$executeRaw`
      UPDATE portal_escalation SET next_attempt_at = ${at} WHERE state = 'due' AND (${forAlerts(notTried)})`;
  }
  const sent = tried.filter(({ error }) => error === null).map(({ alert }) => alert);
  if (sent.length > 0) {
    await tx.db.$executeRaw`
      UPDATE portal_escalation SET state = 'sent', attempts = attempts + 1, sent_at = ${at}, last_error = NULL
      WHERE state = 'due' AND (${forAlerts(sent)})`;
  }
  const failed = tried.flatMap(({ alert: { eventKey, kind, attempts }, error }) => {
    const again = nextTry(attempts + 1, at, Math.random());
    return error === null ? [] : [{ eventKey, kind, error, state: again ? "due" : "dead", nextAttemptAt: again ?? at }];
  });
  if (failed.length > 0) {
    await tx.db.$executeRaw`
      UPDATE portal_escalation
      SET attempts = attempts + 1, next_attempt_at = ${byAlert(failed, ({ nextAttemptAt }) => nextAttemptAt)},
        last_error = ${byAlert(failed, ({ error }) => error)}, state = ${byAlert(failed, ({ state }) => state)}
      WHERE state = 'due' AND (${forAlerts(failed)})`;
  }
  for (const { alert, error } of tried) {
    const { eventKey, kind } = alert;
    const facts = { type: "mail.escalated", eventKey, kind, ok: error === null, error } as const;
    await recordAudit(tx, { by: "deliver", at, facts });
  }
}
