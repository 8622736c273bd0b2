import { loginsOf, namesOf } from "@/lib/messaging/outbox/prepare";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { LOSSES } from "./attention";

export type HandledMail = {
  id: bigint;
  messageId: bigint;
  eventKey: string;
  kind: string;
  address: string;
  /** none for an extra recipient */
  logins: string[];
  /** whom it was for, as the audit log names them */
  names: string[];
  /** what it said is deleted */
  isForgotten: boolean;
};

/** The largest id that every database takes. */
const MAX_ID = 2n ** 63n - 1n;
const WITH_MESSAGE = { include: { message: { select: { forgottenAt: true } } } } as const;

/**
 * Marks a mail that needs attention as seen to.
 * @param mailId decimal digits
 * @throws AppError `mail_gone` when there is no such mail, or it needs no attention (any more)
 */
export async function markHandled(tx: Tx, mailId: string, at: Date): Promise<HandledMail> {
  const id = BigInt(mailId);
  const mail = id > MAX_ID ? null : await tx.db.outboxMail.findUnique({ where: { id }, ...WITH_MESSAGE });
  if (mail === null || mail.handledAt !== null || !(await isLost(tx.db, mail))) throw new AppError("mail_gone");
  await tx.db.$executeRaw`UPDATE portal_outbox SET handled_at = ${at} WHERE id = ${id}`;
  const { messageId, eventKey, kind, address, message } = mail;
  const isForgotten = message.forgottenAt !== null;
  return {
    id,
    messageId,
    eventKey,
    kind,
    address,
    logins: loginsOf(mail.logins),
    names: namesOf(mail).filter(Boolean),
    isForgotten,
  };
}

async function isLost(db: DbClient, { state, providerId }: { state: string; providerId: string | null }) {
  if (state === "dead") return true;
  if (providerId === null) return false;
  return (await db.mailEvent.count({ where: { providerId, fate: { in: [...LOSSES] } } })) > 0;
}
