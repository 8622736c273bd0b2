import { recordAudit } from "@/lib/audit/record";
import type { Origin } from "@/lib/audit/schema";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { verifyMatomoPassword } from "@/lib/matomo/password";
import { findUser, findUserByLoginOrEmail, type MatomoUserRecord } from "@/lib/matomo/users";
import type { StepUpAction } from "./schema";
import { openSession, renewSession, type SuperUser, sessionRef } from "./session";
import { issueProof } from "./step-up";

type Request = Omit<Origin, "sessionRef">;

/**
 * Signs in with Matomo's own account. One and the same `null` for a wrong password, an unknown login, a pending
 * invitation, `anonymous` and everybody who is no Super User; each is recorded with its true reason.
 * @throws AppError `second_factor_unsupported` (after the right password), `database_unreachable`
 */
export async function signInWithMatomo(
  typed: { identifier: string; password: string },
  request: Request,
): Promise<{ login: string; sessionId: string } | null> {
  const user = await reading(() => findUserByLoginOrEmail(db(), typed.identifier));
  const passwordIsRight = await verifyMatomoPassword(typed.password, user?.passwordHash ?? null);
  if (!user || !passwordIsRight || !user.isSuperUser) {
    await recordRefusedSignIn(user, refusalReason(user, passwordIsRight), request);
    return null;
  }
  if (user.hasSecondFactor) {
    await recordRefusedSignIn(user, "second factor not supported yet", request);
    throw new AppError("second_factor_unsupported");
  }
  return inTransaction(async (tx) => {
    const at = now();
    const sessionId = await openSession(tx, user, request, at);
    await recordAudit(tx, {
      actor: { type: "superUser", login: user.login },
      origin: { ...request, sessionRef: sessionRef(sessionId) },
      at,
      facts: { type: "sign-in.succeeded" },
    });
    return { login: user.login, sessionId };
  });
}

/**
 * Proves the password of the signed-in Super User again for one deed: writes the proof and gives the session a new id.
 * @returns null when the password is wrong
 */
export async function stepUpWithMatomo(
  superUser: SuperUser,
  deed: { password: string; action: StepUpAction; siteIds: readonly number[] },
): Promise<{ login: string; sessionId: string; proofId: string } | null> {
  const user = await reading(() => findUser(db(), superUser.login));
  const passwordIsRight = await verifyMatomoPassword(deed.password, user?.passwordHash ?? null);
  const actor = { type: "superUser", login: superUser.login } as const;
  const { action, siteIds } = deed;
  if (!passwordIsRight || !user?.isSuperUser || user.hasSecondFactor) {
    await inTransaction((tx) =>
      recordAudit(tx, {
        actor,
        origin: superUser.origin,
        at: now(),
        facts: { type: "step-up.refused", action, reason: refusalReason(user, passwordIsRight) },
      }),
    );
    return null;
  }
  return inTransaction(async (tx) => {
    const at = now();
    const sessionId = await renewSession(tx, superUser, at);
    const origin = { ...superUser.origin, sessionRef: sessionRef(sessionId) };
    const proofId = await issueProof(tx, { login: user.login, sessionRef: origin.sessionRef, action, siteIds, at });
    await recordAudit(tx, {
      actor,
      origin,
      at,
      facts: { type: "step-up.succeeded", action, siteCount: siteIds.length },
    });
    return { login: user.login, sessionId, proofId };
  });
}

function refusalReason(user: MatomoUserRecord | null, passwordIsRight: boolean): string {
  if (!user) return "unknown login";
  if (!passwordIsRight) return "wrong password";
  return user.isSuperUser ? "second factor not supported yet" : "not a Super User";
}

/** A login that Matomo does not know is not recorded: people type passwords into the wrong field. */
function recordRefusedSignIn(user: MatomoUserRecord | null, reason: string, request: Request): Promise<bigint> {
  return inTransaction((tx) =>
    recordAudit(tx, {
      actor: { type: "visitor" },
      origin: { ...request, sessionRef: null },
      at: now(),
      facts: { type: "sign-in.refused", login: user?.login ?? null, reason },
    }),
  );
}
