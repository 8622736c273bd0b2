import { recordAudit } from "@/lib/ledger/audit/record";
import { namesOf } from "@/lib/messaging/outbox/prepare";
import { joinSql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { cutText } from "@/lib/platform/visible-text";
import type { DeliveryEvent } from "./resend-events";

/** portal_outbox.last_error */
const ERROR_MAX = 500;

/**
 * Mails that the provider took and then lost (`failed`) are not sent after all: they are dead, red on the page and told
 * over the second channel like any other (docs/architecture.md#nothing-is-lost), with an event for each. Not those that
 * bounced: that is said of the person, once, and not of every mail to them (judge-reach.ts).
 */
export async function failForGood(tx: Tx, events: readonly DeliveryEvent[], at: Date): Promise<void> {
  const detailOf = new Map(
    events.filter(({ fate }) => fate === "failed").map(({ providerId, detail }) => [providerId, detail]),
  );
  if (detailOf.size === 0) return;
  const mails = await tx.db.outboxMail.findMany({
    where: { providerId: { in: [...detailOf.keys()] }, state: "sent", handledAt: null },
    select: { id: true, providerId: true, eventKey: true, kind: true, logins: true, address: true },
  });
  const lost = mails.map((mail) => ({ ...mail, error: errorOf(detailOf.get(mail.providerId ?? "") ?? "") }));
  if (lost.length === 0) return;
  await tx.db.$executeRaw`
    UPDATE portal_outbox
    SET state = 'dead', last_error = CASE id ${joinSql(
      lost.map(({ id, error }) => sql`WHEN ${id} THEN ${error}`),
      " ",
    )} END
    WHERE id IN (${joinSql(lost.map(({ id }) => id))})`;
  for (const mail of lost) {
    const { eventKey, kind, error } = mail;
    await recordAudit(tx, {
      by: "deliver",
      at,
      facts: { type: "mail.failed", eventKey, kind, logins: namesOf(mail), error, final: true },
    });
  }
}

function errorOf(detail: string): string {
  return cutText(`The mail provider took it, and could not deliver it${detail ? `: ${detail}` : "."}`, ERROR_MAX);
}
