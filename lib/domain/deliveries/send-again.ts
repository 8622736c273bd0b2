import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { recordAudit } from "@/lib/ledger/audit/record";
import { listSuperUsers } from "@/lib/matomo/users";
import { asRecipients, readExtraRecipients } from "@/lib/messaging/alerts/extra-recipients";
import { byMailbox } from "@/lib/messaging/alerts/recipients";
import type { Recipient } from "@/lib/messaging/outbox/enqueue";
import { enqueueAgain } from "@/lib/messaging/outbox/enqueue-again";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type HandledMail, markHandled } from "./mark-handled";
import type { ResendOutcome } from "./schema";

/**
 * Sends a mail that did not arrive once more, to the addresses of today of those whom it was for, or to an extra
 * recipient that still is one. Nobody gets an alert about it: everybody can read it in the activity.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `mail_gone` when it needs no attention (any more); `nobody_left_to_tell`
 */
export async function sendAgain(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; mailId: string; now: Date },
): Promise<ResendOutcome> {
  const { superUser, mailId, now } = command;
  const mail = await markHandled(tx, mailId, now);
  if (mail.isForgotten) throw new AppError("mail_gone");
  const recipients = await recipientsOf(tx.db, mail);
  if (recipients.length === 0) throw new AppError("nobody_left_to_tell");
  await enqueueAgain(tx, { messageId: mail.messageId, eventKey: `again/${mail.id}`, recipients, at: now });
  const { eventKey, kind } = mail;
  await recordAudit(tx, {
    by: superUser,
    at: now,
    facts: {
      type: "mail.resent",
      eventKey,
      kind,
      logins: recipients.flatMap(({ logins, address }) => (logins.length === 0 ? [address] : logins)),
    },
  });
  return { address: recipients.map(({ address }) => address).join(", ") };
}

/** Those of whom it was for that would get such a mail now. */
async function recipientsOf(db: DbClient, { logins, address }: HandledMail): Promise<Recipient[]> {
  if (logins.length > 0) {
    return byMailbox((await listSuperUsers(db)).filter(({ login }) => logins.includes(login))).recipients;
  }
  const extra = asRecipients(await readExtraRecipients(db));
  return extra.filter((one) => recipientKey(one.address) === recipientKey(address));
}
