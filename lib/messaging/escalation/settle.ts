import { recordAudit } from "@/lib/ledger/audit/record";
import { nextTry } from "@/lib/messaging/outbox/retry-policy";
import type { Tx } from "@/lib/platform/db/transaction";
import type { StuckAlert } from "./claim";
import { byAlert, forAlerts } from "./for-alerts";

/** `error`: null when the second channel was told */
export type Told = { alert: StuckAlert; error: string | null };

/**
 * Writes what became of a batch of notices, each with its audit event. The ladder is that of mails. What was not told,
 * because the portal stops, is due at once.
 */
export async function settleTold(
  tx: Tx,
  { told, untold }: { told: readonly Told[]; untold: readonly StuckAlert[] },
  at: Date,
): Promise<void> {
  if (untold.length > 0) {
    await tx.db.$executeRaw`
      UPDATE portal_escalation SET next_attempt_at = ${at} WHERE state = 'due' AND (${forAlerts(untold)})`;
  }
  const sent = told.filter(({ error }) => error === null).map(({ alert }) => alert);
  if (sent.length > 0) {
    await tx.db.$executeRaw`
      UPDATE portal_escalation SET state = 'sent', attempts = attempts + 1, sent_at = ${at}, last_error = NULL
      WHERE state = 'due' AND (${forAlerts(sent)})`;
  }
  const failed = told.flatMap(({ alert: { eventKey, kind, attempts }, error }) => {
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
  for (const { alert, error } of told) {
    const { eventKey, kind } = alert;
    const facts = { type: "mail.escalated", eventKey, kind, ok: error === null, error } as const;
    await recordAudit(tx, { by: "deliver", at, facts });
  }
}
