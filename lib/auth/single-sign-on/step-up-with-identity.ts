import { recordAudit } from "@/lib/audit/record";
import { stepUp } from "@/lib/auth/prove-password";
import { recheckSuperUser, type SuperUser } from "@/lib/auth/session";
import { recordLockedStepUp, recordWrongStepUp, stepUpIsLocked } from "@/lib/auth/step-up-limit";
import { now } from "@/lib/clock";
import { inTransaction } from "@/lib/db/transaction";
import { findUserByClaim } from "@/lib/matomo/find-user-by-claim";
import type { Intent } from "./intent-cookie";
import { type Identity, isSameButForCase, methodOf, whyStale } from "./policy";

type Code = "identity_foreign" | "identity_stale" | "identity_weak" | "step_up_locked";

/**
 * Confirms the deed of the intent by a fresh sign-in at the provider: writes the proof and gives the session a new id,
 * by which the intent is used up. The identity must be the signed-in Super User's own and newer than the intent; the
 * intent must be of this very session. Counts against the same limit as wrong passwords.
 * @param intent what the browser was to confirm; null when it brings none
 * @throws AppError `session_ended`, `database_unreachable`
 */
export function stepUpWithIdentity(
  superUser: SuperUser,
  identity: Identity,
  intent: Intent | null,
): Promise<{ ok: true; login: string; sessionId: string; proofId: string } | { ok: false; code: Code }> {
  return inTransaction(async (tx) => {
    const at = now();
    const still = await recheckSuperUser(tx, superUser, at);
    if (intent?.sessionRef !== still.origin.sessionRef) {
      await recordAudit(tx, {
        actor: { type: "superUser", login: still.login },
        origin: still.origin,
        at,
        facts: { type: "action.refused", action: "step-up", code: "identity_stale", siteIds: [], siteCount: 0 },
      });
      return { ok: false, code: "identity_stale" };
    }
    if (await stepUpIsLocked(tx.db, still.login, at)) {
      await recordLockedStepUp(tx, still, at);
      return { ok: false, code: "step_up_locked" };
    }
    const refuse = async (code: Code, reason: string) => {
      await recordWrongStepUp(tx, still, { action: intent.action, reason: `single sign-on: ${reason}`, at });
      return { ok: false, code } as const;
    };
    const user = identity.claim ? await findUserByClaim(tx.db, identity.claim, isSameButForCase) : "unknown";
    if (typeof user === "string" || user.login !== still.login) return refuse("identity_foreign", "somebody else");
    const stale = whyStale(identity, intent.at, at);
    if (stale) return refuse("identity_stale", stale);
    if (user.hasSecondFactor && !identity.hasSecondFactor) return refuse("identity_weak", "no second factor");
    const { action, subject, siteCount } = intent;
    return stepUp(tx, still, { action, subject, siteCount, method: methodOf(identity), at });
  });
}
