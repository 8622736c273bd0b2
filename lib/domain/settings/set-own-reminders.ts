import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { setPace } from "@/lib/domain/reminders/set-pace";
import type { OwnPace } from "@/lib/ledger/settings/terms";
import { isUsableAddress } from "@/lib/messaging/alerts/recipients";
import { recipientKey } from "@/lib/messaging/outbox/recipient-policy";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * How often the person who asks is reminded: as everybody, or every month only. Whoever shares their mailbox shares
 * the choice.
 * @throws AppError `no_own_address`: theirs cannot be used
 */
export async function setOwnReminders(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; pace: OwnPace; now: Date },
): Promise<{ pace: OwnPace }> {
  const { superUser, pace, now } = command;
  if (!isUsableAddress(superUser.email)) throw new AppError("no_own_address");
  await setPace(tx, {
    mailbox: recipientKey(superUser.email),
    pace,
    chosenIn: "settings",
    by: superUser,
    at: now,
  });
  return { pace };
}
