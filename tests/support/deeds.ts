import { queueAlert } from "@/lib/alerts/queue-alert";
import { readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import { NO_ORIGIN } from "@/lib/audit/schema";
import { now } from "@/lib/clock";
import { inTransaction } from "@/lib/db/transaction";
import type { MailFacts } from "@/lib/mail/schema";
import { EXAMPLES } from "@/tests/unit/mail/facts";

/** The alert about a deed of this person at this moment, to everybody who is a Super User now. */
export function tellOf(login: string, facts: Partial<MailFacts> = {}): Promise<number> {
  const deed = { ...EXAMPLES["setting-changed"], ...facts, actor: { login, ip: null, browser: null } } as MailFacts;
  return tell(deed);
}

/** An alert with these facts, as a job queues it. */
export function tell(facts: MailFacts): Promise<number> {
  return inTransaction(async (tx) => {
    const eventSeq = await recordAudit(tx, {
      actor: { type: "system", job: "watch" },
      origin: NO_ORIGIN,
      at: now(),
      facts: { type: "setting.changed", setting: "of a test", from: "", to: "" },
    });
    return queueAlert(tx, { eventSeq, facts, roster: await readRoster(tx.db), at: now() });
  });
}
