import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { recordAudit } from "@/lib/ledger/audit/record";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TypedText } from "@/lib/platform/typed-text-terms";
import { markHandled } from "./mark-handled";
import type { DismissOutcome } from "./schema";

/**
 * Records that a mail that did not arrive needs no attention any more, and how its people were notified instead.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `mail_gone` when it needs no attention (any more)
 */
export async function dismissMail(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; mailId: string; note: TypedText; now: Date },
): Promise<DismissOutcome> {
  const { superUser, mailId, note, now } = command;
  const { eventKey, kind, names: logins } = await markHandled(tx, mailId, now);
  await recordAudit(tx, {
    by: superUser,
    at: now,
    facts: { type: "mail.dismissed", eventKey, kind, logins, note },
  });
  return { dismissed: true };
}
