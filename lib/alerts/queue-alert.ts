import type { Tx } from "@/lib/db/transaction";
import type { MailFacts } from "@/lib/mail/schema";
import { enqueue } from "@/lib/outbox/enqueue";
import type { Roster } from "./recipients";

/**
 * Queues the alert about one audit event for every Super User of this moment, in the transaction of the change.
 * @returns how many mails
 */
export function queueAlert(
  tx: Tx,
  alert: { eventSeq: bigint; facts: MailFacts; roster: Roster; at: Date },
): Promise<number> {
  return enqueue(tx, {
    eventKey: `event/${alert.eventSeq}`,
    facts: alert.facts,
    recipients: alert.roster.recipients,
    at: alert.at,
  });
}
