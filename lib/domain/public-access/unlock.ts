import type { SuperUser } from "@/lib/auth/session";
import type { StepUp } from "@/lib/auth/step-up";
import { authorOf } from "@/lib/domain/publications/change-facts";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { recordAudit } from "@/lib/ledger/audit/record";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { commonFacts } from "@/lib/messaging/alerts/facts";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { readLock, writeLock } from "./lock-state";
import type { LockOutcome } from "./schema";

/**
 * Sites may be public again. Brings nothing back: each site takes its own grant, or a pause is resumed. Audit event
 * and one alert for each Super User, all or nothing. Does nothing when it is not locked.
 *
 * @param deed.proof the password, proven within 2 minutes for this deed
 */
export async function unlockPublicAccess(
  tx: Tx,
  deed: { superUser: SuperUser; proof: StepUp; at: Date },
): Promise<LockOutcome> {
  const { superUser, at } = deed;
  if (deed.proof.action !== "unlock") throw new AppError("proof_foreign");
  const lock = await readLock(tx.db);
  if (lock === null) return { locked: false, madePrivateCount: 0, mailCount: 0 };
  await ensureBaseline(tx, at);
  await writeLock(tx, null, superUser.login, at);
  const eventSeq = await recordAudit(tx, {
    actor: { type: "superUser", login: superUser.login },
    origin: superUser.origin,
    at,
    facts: { type: "public-access.unlocked" },
  });
  const mailCount = await queueAlert(tx, {
    eventSeq,
    roster: await readRoster(tx.db),
    at,
    threads: [`lock/${lock.at}`],
    facts: {
      kind: "lock-changed",
      ...commonFacts(at, await readInstanceTimeZone(tx.db)),
      sites: [],
      total: 0,
      actor: authorOf(superUser),
      locked: false,
      reason: null,
    },
  });
  return { locked: false, madePrivateCount: 0, mailCount };
}
