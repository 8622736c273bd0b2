import { recordVisitorRefusalIn } from "@/lib/audit/record-visitor-refusal";
import type { Origin } from "@/lib/audit/schema";
import { admits } from "@/lib/auth/admits";
import { signIn } from "@/lib/auth/prove-password";
import { now } from "@/lib/clock";
import { inTransaction } from "@/lib/db/transaction";
import { findUserByClaim } from "@/lib/matomo/find-user-by-claim";
import { type Identity, isSameButForCase, methodOf, provedAtOf } from "./policy";

/**
 * Signs in somebody whom the provider has identified. An old session at the provider opens one here, and is no recent
 * proof. One and the same `identity_unknown` for everybody who is no Super User; each is recorded with its true reason.
 * @param previous the session id the browser already has; it ends
 * @returns `identity_weak` when Matomo asks this user for a second factor and the provider did not
 * @throws AppError `database_unreachable`
 */
export function signInWithIdentity(
  identity: Identity,
  request: Omit<Origin, "sessionRef">,
  previous: string | null,
): Promise<{ ok: true; login: string; sessionId: string } | { ok: false; code: "identity_unknown" | "identity_weak" }> {
  return inTransaction(async (tx) => {
    const at = now();
    const refuse = async (code: "identity_unknown" | "identity_weak", login: string | null, reason: string) => {
      const facts = { type: "sign-in.refused", login, reason: `single sign-on: ${reason}` } as const;
      await recordVisitorRefusalIn(tx, { origin: { ...request, sessionRef: null }, at, facts });
      return { ok: false, code } as const;
    };
    if (!identity.claim) return refuse("identity_unknown", null, "no login or verified e-mail address");
    const user = await findUserByClaim(tx.db, identity.claim, isSameButForCase);
    if (user === "unknown") return refuse("identity_unknown", null, "unknown login or e-mail address");
    if (user === "several") return refuse("identity_unknown", null, "several users have this e-mail address");
    if (!admits(user)) return refuse("identity_unknown", user.login, "not a Super User");
    if (user.hasSecondFactor && !identity.hasSecondFactor)
      return refuse("identity_weak", user.login, "no second factor");
    return signIn(tx, user, request, { method: methodOf(identity), provedAt: provedAtOf(identity, at), at }, previous);
  });
}
