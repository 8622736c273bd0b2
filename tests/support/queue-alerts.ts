import { appendEvent } from "@/lib/ledger/audit/append-event";
import { NO_ORIGIN } from "@/lib/ledger/audit/schema";
import type { MailFacts } from "@/lib/ledger/facts/mail-schema";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { EXAMPLES } from "@/tests/unit/mail/facts";

/** The alert about a command of this person at this moment, to everybody who is a Super User now. */
export function queueAlertBy(login: string, facts: Partial<MailFacts> = {}): Promise<number> {
  const command = { ...EXAMPLES["setting-changed"], ...facts, actor: { login, ip: null, browser: null } } as MailFacts;
  return queueAlertOf(command);
}

/** An alert with these facts, as a job queues it. */
export function queueAlertOf(facts: MailFacts): Promise<number> {
  return inTransaction(async (tx) => {
    const eventSeq = await appendEvent(tx, {
      actor: { type: "system", job: "watch" },
      origin: NO_ORIGIN,
      at: now(),
      facts: { type: "setting.changed", setting: "of a test", from: "", to: "" },
    });
    return queueAlert(tx, { eventSeq, facts, roster: await readRoster(tx.db), at: now() });
  });
}
