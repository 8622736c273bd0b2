import { recordAudit } from "@/lib/ledger/audit/record";
import type { Refusal } from "@/lib/ledger/audit/refusal";
import { recordFailedAttempt } from "@/lib/matomo/brute-force";
import { announce } from "@/lib/messaging/alerts/announce";
import { rosterOf } from "@/lib/messaging/alerts/recipients";
import { MINUTE_MS, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import type { ErrorCode } from "@/lib/platform/errors";
import type { StepUpAction } from "./schema";
import type { SuperUser } from "./session";

const STEP_UP_MAX_WRONG = 5;
const STEP_UP_LOCK_MS = 15 * MINUTE_MS;

/**
 * Whether this person may not confirm anything right now. Counted in the audit log, so for all sessions and servers
 * together. Read it inside the transaction that judges: then guesses sent at once are judged one after another.
 */
export async function stepUpIsLocked(db: DbClient, login: string, at: Date): Promise<boolean> {
  return (await lastLock(db, login, at)) !== null;
}

/**
 * Records a wrong password or code of a step-up, here and in Matomo's brute_force_log. The fifth within 15 minutes
 * locks the step-up for 15 minutes and is mailed to the person concerned.
 */
export async function recordWrongStepUp(
  tx: Tx,
  superUser: SuperUser,
  wrong: { action: StepUpAction; reason: string; at: Date },
): Promise<void> {
  const { login, origin } = superUser;
  const { action, reason, at } = wrong;
  await recordAudit(tx, {
    by: superUser,
    at,
    facts: { type: "step-up.refused", action, reason },
  });
  await recordFailedAttempt(tx.db, { ip: origin.ip, login, at });
  const count = await wrongSinceLock(tx.db, login, at);
  if (count >= STEP_UP_MAX_WRONG) await lock(tx, superUser, count, at);
}

async function lock(tx: Tx, superUser: SuperUser, wrong: number, at: Date): Promise<void> {
  const { login, email } = superUser;
  const until = plus(at, STEP_UP_LOCK_MS);
  await announce(tx, {
    by: superUser,
    at,
    to: await rosterOf(tx.db, [{ login, email }]),
    event: { type: "step-up.locked", wrong, until: until.toISOString() },
    mail: { kind: "step-up-locked", wrong, until },
  });
}

/** An attempt that was not judged. It makes no lock longer. */
export function refusedStepUp({ login, origin }: SuperUser, code: ErrorCode, at: Date): Refusal {
  const facts: Refusal["facts"] = { type: "action.refused", action: "step-up", code, siteIds: [], siteCount: 0 };
  return { actor: { type: "superUser", login }, origin, at, facts };
}

async function wrongSinceLock(db: DbClient, login: string, at: Date): Promise<number> {
  const window = { gt: plus(at, -STEP_UP_LOCK_MS), lte: at };
  return db.auditEvent.count({
    where: { type: "step-up.refused", at: window, actorType: "superUser", actorName: login },
  });
}

/** A lock that still holds. After it has passed, the wrong ones that led to it are older than the window too. */
async function lastLock(db: DbClient, login: string, at: Date): Promise<{ seq: bigint } | null> {
  return db.auditEvent.findFirst({
    where: {
      type: "step-up.locked",
      at: { gt: plus(at, -STEP_UP_LOCK_MS), lte: at },
      actorType: "superUser",
      actorName: login,
    },
    select: { seq: true },
  });
}
