import { stepUp } from "@/lib/auth/prove-password";
import { recheckSuperUser, type SuperUser } from "@/lib/auth/session";
import { recordWrongStepUp, refusedStepUp, stepUpIsLocked } from "@/lib/auth/step-up-limit";
import { recordRefusal } from "@/lib/ledger/audit/record-refusal";
import { findUserByClaim } from "@/lib/matomo/find-user-by-claim";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import type { Intent } from "./intent-cookie";
import { type Identity, isSameButForCase, methodOf, whyStale } from "./policy";

type Code = "identity_foreign" | "identity_stale" | "identity_weak" | "step_up_locked";

/**
 * Confirms the command of the intent by a fresh sign-in at the provider: writes the proof and gives the session a new id,
 * by which the intent is used up. The identity must be the signed-in Super User's own and newer than the intent; the
 * intent must be of this very session. Counts against the same limit as wrong passwords.
 * @param intent what the browser was to confirm; null when it brings none
 * @throws AppError `session_ended`, `database_unreachable`
 */
export async function stepUpWithIdentity(
  superUser: SuperUser,
  identity: Identity,
  intent: Intent | null,
): Promise<{ ok: true; login: string; sessionId: string; proofId: string } | { ok: false; code: Code }> {
  const outcome = await inTransaction(async (tx) => {
    const at = now();
    const still = await recheckSuperUser(tx, superUser, at);
    if (intent?.sessionRef !== still.origin.sessionRef) return FOREIGN_INTENT;
    if (await stepUpIsLocked(tx.db, still.login, at)) return LOCKED;
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
  // Not judged, so no failure that counts.
  if (outcome === FOREIGN_INTENT || outcome === LOCKED)
    await recordRefusal(refusedStepUp(superUser, outcome.code, now()));
  return outcome;
}

const FOREIGN_INTENT = { ok: false, code: "identity_stale" } as const;
const LOCKED = { ok: false, code: "step_up_locked" } as const;
