import { recordAudit } from "@/lib/audit/record";
import { recordVisitorRefusal, recordVisitorRefusalIn, type VisitorRefusal } from "@/lib/audit/record-visitor-refusal";
import type { Origin } from "@/lib/audit/schema";
import { now } from "@/lib/clock";
import { db, type Reader } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { readBruteForceRules, recordFailedAttempt, signInIsLocked } from "@/lib/matomo/brute-force";
import { verifyMatomoPassword } from "@/lib/matomo/password";
import {
  findUser,
  findUserByLoginOrEmail,
  type MatomoUserRecord,
  possibleLogin,
  referenceHash,
} from "@/lib/matomo/users";
import { admits } from "./admits";
import { recordCodeAsked, recordWrongCode } from "./half-proven";
import type { ProofMethod, StepUpAction } from "./schema";
import { checkSecondFactor, type SecondFactor } from "./second-factor";
import { endSession, openSession, recheckSuperUser, renewSession, type SuperUser, sessionRef } from "./session";
import { issueProof, type ProofFor } from "./step-up";
import { recordLockedStepUp, recordWrongStepUp, stepUpIsLocked } from "./step-up-limit";

type Request = Omit<Origin, "sessionRef">;

/** Why a proof was not accepted. `credentials_wrong` never says which part was wrong. */
export type Unproven = {
  ok: false;
  code: "credentials_wrong" | "second_factor_required" | "second_factor_wrong" | "sign_in_locked" | "step_up_locked";
};

/**
 * Signs in with Matomo's own account. One and the same `credentials_wrong` for a wrong password, an unknown login, a
 * pending invitation, `anonymous` and everybody who is no Super User; each is recorded with its true reason, and in
 * Matomo's brute_force_log. Locked as Matomo locks (docs/matomo.md#brute-force).
 *
 * Judged inside the transaction, after the password was compared: however many guesses arrive at once, no more of
 * them are answered than the limit allows. An unknown login is compared with a hash of this instance's own algorithm
 * and cost, so that it takes as long.
 * @param previous the session id the browser already has; it ends
 * @throws AppError `database_unreachable`
 */
export async function signInWithMatomo(
  typed: { identifier: string; password: string; code: string },
  request: Request,
  previous: string | null = null,
): Promise<{ ok: true; login: string; sessionId: string } | Unproven> {
  const user = await reading(() => findUserByLoginOrEmail(db(), typed.identifier));
  const login = user?.login ?? possibleLogin(typed.identifier);
  if (await reading(() => isLocked(db(), request, login, now()))) return refuseLocked(user, request);
  const reference = await reading(() => referenceHash(db()));
  const passwordIsRight = await verifyMatomoPassword(typed.password, user?.passwordHash ?? null, reference);
  return inTransaction(async (tx) => {
    const at = now();
    const refuse = async (code: Unproven["code"], reason: string): Promise<Unproven> => {
      if (code !== "sign_in_locked") await recordFailedAttempt(tx, { ip: request.ip, login, at });
      await recordVisitorRefusalIn(tx, refusedSignIn(user, reason, request, at));
      return { ok: false, code };
    };
    if (await isLocked(tx.db, request, login, at)) return refuse("sign_in_locked", "locked");
    const still = user && (await findUser(tx.db, user.login, true));
    if (!user || !passwordIsRight) return refuse("credentials_wrong", user ? "wrong password" : "unknown login");
    if (!still || !admits(still)) return refuse("credentials_wrong", "not a Super User");
    if (still.credentialsStamp !== user.credentialsStamp) return refuse("credentials_wrong", "wrong password");
    const factor = await secondFactorOf(tx, still, typed.code, at);
    if (factor === "missing") {
      await recordCodeAsked(tx, { user: still, request, at });
      return { ok: false, code: "second_factor_required" };
    }
    if (factor === "wrong" || factor === "used") {
      await recordWrongCode(tx, { user: still, request, at }, factor);
      return { ok: false, code: "second_factor_wrong" };
    }
    return signIn(tx, still, request, { method: methodOf(factor), provedAt: at, at }, previous);
  });
}

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
    actor: { type: "superUser", login: user.login },
    origin: { ...request, sessionRef: sessionRef(sessionId) },
    at,
    facts: { type: "sign-in.succeeded", method },
  });
  return { ok: true, login: user.login, sessionId };
}

/**
 * Proves password and second factor of the signed-in Super User again for one deed: writes the proof and gives the
 * session a new id. Five wrong ones within 15 minutes lock the step-up, not the sign-in.
 * @throws AppError `session_ended`
 */
export async function stepUpWithMatomo(
  superUser: SuperUser,
  deed: { password: string; code: string; action: StepUpAction; siteIds: readonly number[] },
): Promise<{ ok: true; login: string; sessionId: string; proofId: string } | Unproven> {
  const user = await reading(() => findUser(db(), superUser.login));
  const passwordIsRight = await verifyMatomoPassword(deed.password, user?.passwordHash ?? null);
  return inTransaction(async (tx) => {
    const at = now();
    const still = await recheckSuperUser(tx, superUser, at);
    const refuse = async (code: Unproven["code"], reason: string): Promise<Unproven> => {
      await recordWrongStepUp(tx, still, { action: deed.action, reason, at });
      return { ok: false, code };
    };
    if (await stepUpIsLocked(tx.db, still.login, at)) {
      await recordLockedStepUp(tx, still, at);
      return { ok: false, code: "step_up_locked" };
    }
    if (!user || !passwordIsRight) return refuse("credentials_wrong", "wrong password");
    const factor = await secondFactorOf(tx, user, deed.code, at);
    if (factor === "missing") return { ok: false, code: "second_factor_required" };
    if (factor === "wrong" || factor === "used") return refuse("second_factor_wrong", `code ${factor}`);
    return stepUp(tx, still, { ...deed, method: methodOf(factor), at });
  });
}

/** Writes the proof of somebody who has just been proven again, under a new session id, and records it. */
export async function stepUp(
  tx: Tx,
  superUser: SuperUser,
  proven: ProofFor & { method: ProofMethod; at: Date },
): Promise<{ ok: true; login: string; sessionId: string; proofId: string }> {
  const { action, method, at } = proven;
  const { login } = superUser;
  const sessionId = await renewSession(tx, superUser, at);
  const origin = { ...superUser.origin, sessionRef: sessionRef(sessionId) };
  const proofId = await issueProof(tx, { ...proven, login, sessionRef: origin.sessionRef });
  const siteCount = "siteIds" in proven ? proven.siteIds.length : proven.siteCount;
  await recordAudit(tx, {
    actor: { type: "superUser", login },
    origin,
    at,
    facts: { type: "step-up.succeeded", action, siteCount, method },
  });
  return { ok: true, login, sessionId, proofId };
}

async function isLocked(reader: Reader, request: Request, login: string | null, at: Date): Promise<boolean> {
  return signInIsLocked(reader, await readBruteForceRules(reader), { ip: request.ip, login, at });
}

/** Whoever is locked already costs neither a comparison nor, in a flood, the write mutex. */
async function refuseLocked(user: MatomoUserRecord | null, request: Request): Promise<Unproven> {
  await recordVisitorRefusal(refusedSignIn(user, "locked", request, now()));
  return { ok: false, code: "sign_in_locked" };
}

async function secondFactorOf(
  tx: Tx,
  user: MatomoUserRecord,
  code: string,
  at: Date,
): Promise<SecondFactor | "none" | "missing"> {
  if (!user.hasSecondFactor) return "none";
  return code === "" ? "missing" : checkSecondFactor(tx, user, code, at);
}

function methodOf(factor: "none" | "code" | "recovery-code"): ProofMethod {
  return factor === "none" ? "password" : `password-and-${factor}`;
}

/** A login that Matomo does not know is not recorded: people type passwords into the wrong field. */
function refusedSignIn(user: MatomoUserRecord | null, reason: string, request: Request, at: Date): VisitorRefusal {
  const facts = { type: "sign-in.refused", login: user?.login ?? null, reason } as const;
  return { origin: { ...request, sessionRef: null }, at, facts };
}
