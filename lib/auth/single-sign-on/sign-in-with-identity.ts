import { admits } from "@/lib/auth/admits";
import { signIn } from "@/lib/auth/prove-password";
import { recordRefusal } from "@/lib/ledger/audit/record-refusal";
import type { Origin } from "@/lib/ledger/audit/schema";
import { findUserByClaim } from "@/lib/matomo/find-user-by-claim";
import type { MatomoUserRecord } from "@/lib/matomo/users";
import { now } from "@/lib/platform/clock";
import { type DbClient, strangersDb } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction } from "@/lib/platform/db/transaction";
import { type Identity, isSameButForCase, methodOf, provedAtOf } from "./policy";

/**
 * Signs in somebody whom the provider has identified. An old session at the provider opens one here, and is no recent
 * proof. One and the same `identity_unknown` for everybody who is no Super User; each is recorded with its true reason.
 * @param previous the session id the browser already has; it ends
 * @returns `identity_weak` when Matomo asks this user for a second factor and the provider did not
 * @throws AppError `database_unreachable`
 */
export async function signInWithIdentity(
  identity: Identity,
  request: Omit<Origin, "sessionRef">,
  previous: string | null,
): Promise<{ ok: true; login: string; sessionId: string } | Refused> {
  const refuse = async ({ code, login, reason }: NotAdmitted): Promise<Refused> => {
    const facts = { type: "sign-in.refused", login, reason: `single sign-on: ${reason}` } as const;
    const origin = { ...request, sessionRef: null };
    await recordRefusal({ actor: { type: "visitor" }, origin, at: now(), facts });
    return { ok: false, code };
  };
  // Looked up before the write mutex is taken: who is not let in never takes it.
  const known = await withDatabaseErrors(() => userOf(strangersDb(), identity));
  if ("code" in known) return refuse(known);
  const outcome = await inTransaction(async (tx) => {
    const at = now();
    const user = await userOf(tx.db, identity);
    if ("code" in user) return user;
    return signIn(tx, user, request, { method: methodOf(identity), provedAt: provedAtOf(identity, at), at }, previous);
  });
  return "code" in outcome ? refuse(outcome) : outcome;
}

type Refused = { ok: false; code: "identity_unknown" | "identity_weak" };
type NotAdmitted = { code: Refused["code"]; login: string | null; reason: string };

async function userOf(db: DbClient, identity: Identity): Promise<MatomoUserRecord | NotAdmitted> {
  const unknown = (reason: string, login: string | null = null) =>
    ({ code: "identity_unknown", login, reason }) as const;
  if (!identity.claim) return unknown("no login or verified e-mail address");
  const user = await findUserByClaim(db, identity.claim, isSameButForCase);
  if (user === "unknown") return unknown("unknown login or e-mail address");
  if (user === "several") return unknown("several users have this e-mail address");
  if (!admits(user)) return unknown("not a Super User", user.login);
  if (user.hasSecondFactor && !identity.hasSecondFactor)
    return { code: "identity_weak", login: user.login, reason: "no second factor" };
  return user;
}
