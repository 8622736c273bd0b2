import { recordAudit } from "@/lib/ledger/audit/record";
import { countRefusal, recordRefusal } from "@/lib/ledger/audit/record-refusal";
import type { Origin } from "@/lib/ledger/audit/schema";
import { verifyMatomoPassword } from "@/lib/matomo/password";
import { findUser, type MatomoUserRecord } from "@/lib/matomo/users";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { compareWithAFew } from "./compare-a-few";
import type { ProofMethod, StepUpAction } from "./schema";
import { checkSecondFactor, type SecondFactor } from "./second-factor";
import { endSession, openSession, recheckSuperUser, renewSession, type SuperUser, sessionRef } from "./session";
import { issueProof, type ProofFor } from "./step-up";
import { recordWrongStepUp, refusedStepUp, stepUpIsLocked } from "./step-up-limit";

type Request = Omit<Origin, "sessionRef">;

/** Why a proof was not accepted. `credentials_wrong` never says which part was wrong. */
export type Unproven = {
  ok: false;
  code: "credentials_wrong" | "second_factor_required" | "second_factor_wrong" | "sign_in_locked" | "step_up_locked";
};

type Confirmed = { ok: true; login: string; sessionId: string; proofId: string };

/** Opens the session of somebody who has just been proven, ends the one the browser had, and records it. */
export async function signIn(
  tx: Tx,
  user: MatomoUserRecord,
  request: Request,
  proven: { method: ProofMethod; provedAt: Date; at: Date },
  previous: string | null,
): Promise<{ ok: true; login: string; sessionId: string }> {
  const { method, at } = proven;
  if (previous) await endSession(tx, sessionRef(previous), at);
  const sessionId = await openSession(tx, user, request, proven);
  await recordAudit(tx, {
    by: { login: user.login, origin: { ...request, sessionRef: sessionRef(sessionId) } },
    at,
    facts: { type: "sign-in.succeeded", method },
  });
  return { ok: true, login: user.login, sessionId };
}

/**
 * Proves password and second factor of the signed-in Super User again for one command: writes the proof and gives the
 * session a new id. Five wrong ones within 15 minutes lock the step-up, not the sign-in.
 * @throws AppError `session_ended`
 */
export async function stepUpWithMatomo(
  superUser: SuperUser,
  command: { password: string; code: string; action: StepUpAction; siteIds: readonly number[] },
): Promise<Confirmed | Unproven> {
  const user = await withDatabaseErrors(() => findUser(db(), superUser.login));
  const compare = () => verifyMatomoPassword(command.password, user?.passwordHash ?? null);
  const passwordIsRight = await compareWithAFew("step-up", superUser.login, compare).catch((error: unknown) => {
    countRefusal(refusedStepUp(superUser, "busy", now()));
    throw error;
  });
  const outcome = await inTransaction<Confirmed | Unproven>(async (tx) => {
    const at = now();
    const still = await recheckSuperUser(tx, superUser, at);
    const refuse = async (code: Unproven["code"], reason: string): Promise<Unproven> => {
      await recordWrongStepUp(tx, still, { action: command.action, reason, at });
      return { ok: false, code };
    };
    if (await stepUpIsLocked(tx.db, still.login, at)) return LOCKED;
    if (!user || !passwordIsRight) return refuse("credentials_wrong", "wrong password");
    const factor = await secondFactorOf(tx, user, command.code, at);
    if (factor === "missing") return { ok: false, code: "second_factor_required" };
    if (factor === "wrong" || factor === "used") return refuse("second_factor_wrong", `code ${factor}`);
    return stepUp(tx, still, { ...command, method: methodOf(factor), at });
  });
  if (outcome === LOCKED) await recordRefusal(refusedStepUp(superUser, "step_up_locked", now()));
  return outcome;
}

const LOCKED: Unproven = { ok: false, code: "step_up_locked" };

/** Writes the proof of somebody who has just been proven again, under a new session id, and records it. */
export async function stepUp(
  tx: Tx,
  superUser: SuperUser,
  proven: ProofFor & { method: ProofMethod; at: Date },
): Promise<Confirmed> {
  const { action, method, at } = proven;
  const { login } = superUser;
  const sessionId = await renewSession(tx, superUser, at);
  const origin = { ...superUser.origin, sessionRef: sessionRef(sessionId) };
  const proofId = await issueProof(tx, { ...proven, login, sessionRef: origin.sessionRef });
  const siteCount = "siteIds" in proven ? proven.siteIds.length : proven.siteCount;
  await recordAudit(tx, {
    by: { login, origin },
    at,
    facts: { type: "step-up.succeeded", action, siteCount, method },
  });
  return { ok: true, login, sessionId, proofId };
}

/** What became of the code that was typed, if this user needs one. */
export async function secondFactorOf(
  tx: Tx,
  user: MatomoUserRecord,
  code: string,
  at: Date,
): Promise<SecondFactor | "none" | "missing"> {
  if (!user.hasSecondFactor) return "none";
  return code === "" ? "missing" : checkSecondFactor(tx, user, code, at);
}

/** How somebody with this second factor was proven. */
export function methodOf(factor: "none" | "code" | "recovery-code"): ProofMethod {
  return factor === "none" ? "password" : `password-and-${factor}`;
}
