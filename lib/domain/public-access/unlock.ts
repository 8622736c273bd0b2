import type { SuperUser } from "@/lib/auth/session";
import type { StepUp } from "@/lib/auth/step-up";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { announce } from "@/lib/messaging/alerts/announce";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { readLock, writeLock } from "./lock-state";
import type { LockOutcome } from "./schema";

/**
 * Sites may be public again. Brings nothing back: each site takes its own grant, or a pause is resumed. Audit event
 * and one alert for each Super User, all or nothing. Does nothing when it is not locked.
 *
 * @param command.proof the password, proven within 2 minutes for this command
 */
export async function unlockPublicAccess(
  tx: Tx,
  command: { superUser: SuperUser; proof: StepUp; now: Date },
): Promise<LockOutcome> {
  const { superUser, now } = command;
  if (command.proof.action !== "unlock") throw new AppError("proof_foreign");
  const lock = await readLock(tx.db);
  if (lock === null) return { locked: false, madePrivateCount: 0, mailCount: 0 };
  await ensureBaseline(tx, now);
  await writeLock(tx, null, superUser.login, now);
  const { mailCount } = await announce(tx, {
    by: superUser,
    at: now,
    threads: [`lock/${lock.at}`],
    event: { type: "public-access.unlocked" },
    mail: { kind: "lock-changed", sites: [], total: 0, locked: false, reason: null },
  });
  return { locked: false, madePrivateCount: 0, mailCount };
}
