import type { By } from "@/lib/ledger/audit/author";
import { recordAudit } from "@/lib/ledger/audit/record";
import type { OwnPace } from "@/lib/ledger/settings/terms";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Sets how often one mailbox is reminded: as everybody, or every month only; never off. Does nothing when it is so
 * already.
 * @param choice.mailbox as `recipientKey` makes it
 * @returns whether it changed
 */
export async function setPace(
  tx: Tx,
  choice: {
    mailbox: string;
    pace: OwnPace;
    chosenIn: "one-click" | "settings";
    by: By;
    at: Date;
  },
): Promise<boolean> {
  const { mailbox: recipient, pace, chosenIn, by, at } = choice;
  const isSlow = (await tx.db.slowReminders.count({ where: { recipient } })) > 0;
  if (isSlow === (pace === "monthly")) return false;
  if (isSlow) await tx.db.$executeRaw`DELETE FROM portal_slow_reminders WHERE recipient = ${recipient}`;
  else await tx.db.slowReminders.create({ data: { recipient, since: at, chosenIn } });
  await recordAudit(tx, { by, at, facts: { type: "reminders.pace-set", recipient, pace, chosenIn } });
  return true;
}
