import { type MailFacts, mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { renderMail } from "@/lib/messaging/mail/render";
import { enqueue } from "@/lib/messaging/outbox/enqueue";
import { plus, SECOND_MS } from "@/lib/platform/clock";
import { FALLBACK_LANGUAGE, spoken } from "@/messages/catalogue";
import { addressOf, users } from "@/prisma/seed/data/users";
import type { Ledger } from "./ledger";

/** The Super Users of the whole story, one mailbox each. */
export const recipients = users
  .filter((user) => user.isSuperUser)
  .map((user) => ({
    address: addressOf(user.login),
    logins: [user.login],
    language: spoken(user.language) ?? FALLBACK_LANGUAGE,
  }));

const DELIVERY_MS = 3 * SECOND_MS;
const RETRY_MS = 70 * SECOND_MS;

/** Mail to every Super User, queued at `at` and taken by the mail server a moment later; at the second try if busy. */
export async function sendMail(
  ledger: Ledger,
  mail: { eventKey: string; facts: MailFacts; at: Date; serverBusy?: boolean },
): Promise<void> {
  const { eventKey, facts, at, serverBusy = false } = mail;
  const { kind } = facts;
  const firstTry = plus(at, DELIVERY_MS);
  await enqueue(ledger.tx, { eventKey, facts, recipients, at });
  if (serverBusy) {
    for (const { logins } of recipients) {
      const error = "451 4.3.2 Please try again later";
      await ledger.recordJob("deliver", firstTry, { type: "mail.failed", eventKey, kind, logins, error, final: false });
    }
  }
  const sentAt = serverBusy ? plus(firstTry, RETRY_MS) : firstTry;
  const logins = recipients.flatMap((recipient) => recipient.logins);
  await ledger.recordJob("deliver", sentAt, { type: "mail.sent", eventKey, kind, logins, count: recipients.length });
  for (const { id, language, facts: stored } of await ledger.tx.db.message.findMany({ where: { eventKey, kind } })) {
    await ledger.tx.db.message.update({
      where: { id },
      data: await renderMail(mailFactsSchema.parse(JSON.parse(stored)), language),
    });
  }
  await ledger.tx.db.outboxMail.updateMany({
    where: { eventKey, kind },
    data: { state: "sent", sentAt, attempts: serverBusy ? 2 : 1 },
  });
}
