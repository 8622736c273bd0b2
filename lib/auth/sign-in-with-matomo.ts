import { countRefusal, recordRefusal } from "@/lib/ledger/audit/record-refusal";
import type { Refusal } from "@/lib/ledger/audit/refusal";
import type { Origin } from "@/lib/ledger/audit/schema";
import { readBruteForceRules, recordFailedAttempt, signInIsLocked } from "@/lib/matomo/brute-force";
import { verifyMatomoPassword } from "@/lib/matomo/password";
import {
  findUser,
  findUserByLoginOrEmail,
  type MatomoUserRecord,
  possibleLogin,
  referenceHash,
} from "@/lib/matomo/users";
import { now } from "@/lib/platform/clock";
import { type DbClient, strangersDb } from "@/lib/platform/db/client";
import { translateDatabaseError, withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { networkIn } from "@/lib/platform/ip-address";
import { oncePerProcess } from "@/lib/platform/once-per-process";
import { admits } from "./admits";
import { compareWithAFew } from "./compare-a-few";
import { recordCodeAsked, recordWrongCode } from "./half-proven";
import { methodOf, secondFactorOf, signIn, type Unproven } from "./prove-password";

type Request = Omit<Origin, "sessionRef">;

/** Why nobody was signed in: what is answered, and the true reason. */
class NotSignedIn {
  constructor(
    readonly code: Unproven["code"],
    readonly reason: string,
  ) {}
}

/**
 * Signs in with Matomo's own account. One and the same `credentials_wrong` for a wrong password, an unknown login, a
 * pending invitation, `anonymous` and everybody who is no Super User; each is recorded with its true reason, and in
 * Matomo's brute_force_log. Locked as Matomo locks (docs/matomo.md#brute-force).
 *
 * Judged before the password is compared; attempts that are on their way in this process count as failed ones. An unknown
 * login is compared with a hash of this instance's own algorithm and cost, so that it takes as long. Whoever has no right
 * password costs one comparison in its turn, one plain insert, and never the write mutex.
 * @param previous the session id the browser already has; it ends
 * @throws AppError `database_unreachable`; `busy` when too many wait for their turn
 */
export async function signInWithMatomo(
  typed: { identifier: string; password: string; code: string },
  request: Request,
  previous: string | null = null,
): Promise<{ ok: true; login: string; sessionId: string } | Unproven> {
  let login: string | null = null;
  try {
    const user = await withDatabaseErrors(() => findUserByLoginOrEmail(strangersDb(), typed.identifier));
    login = user?.login ?? null;
    const attempt = { ip: request.ip, login: user?.login ?? possibleLogin(typed.identifier) };
    return await countedInFlight(attempt, async (ahead) => {
      const judged = await judge(typed, { ...attempt, user, request, previous }, ahead);
      if (!(judged instanceof NotSignedIn)) return judged;
      const at = now();
      if (judged.code !== "sign_in_locked")
        await withDatabaseErrors(() => recordFailedAttempt(strangersDb(), { ...attempt, at }));
      await recordRefusal(refusedSignIn(login, judged.reason, request, at));
      return { ok: false, code: judged.code };
    });
  } catch (error) {
    const cause = translateDatabaseError(error);
    // Not judged, and not unseen either.
    if (cause instanceof AppError) countRefusal(refusedSignIn(login, cause.code, request, now()));
    throw cause;
  }
}

type Attempt = { ip: string | null; login: string | null; user: MatomoUserRecord | null; request: Request };

async function judge(
  typed: { password: string; code: string },
  attempt: Attempt & { previous: string | null },
  ahead: Ahead,
): Promise<{ ok: true; login: string; sessionId: string } | Unproven | NotSignedIn> {
  const { user, request, previous } = attempt;
  if (await withDatabaseErrors(() => isLocked(strangersDb(), attempt, now(), ahead))) return LOCKED;
  const reference = await withDatabaseErrors(() => referenceHash(strangersDb()));
  const compare = () => verifyMatomoPassword(typed.password, user?.passwordHash ?? null, reference);
  const passwordIsRight = await compareWithAFew("sign-in", "", compare);
  if (!user) return new NotSignedIn("credentials_wrong", "unknown login");
  if (!passwordIsRight) return new NotSignedIn("credentials_wrong", "wrong password");
  if (!admits(user)) return NO_SUPER_USER;
  return inTransaction(async (tx) => {
    const at = now();
    if (await isLocked(tx.db, attempt, at)) return LOCKED;
    const still = await findUser(tx.db, user.login, true);
    if (!still || !admits(still)) return NO_SUPER_USER;
    if (still.credentialsStamp !== user.credentialsStamp) return new NotSignedIn("credentials_wrong", "wrong password");
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

const LOCKED = new NotSignedIn("sign_in_locked", "locked");
const NO_SUPER_USER = new NotSignedIn("credentials_wrong", "not a Super User");

async function isLocked(
  reader: DbClient,
  { ip, login }: Pick<Attempt, "ip" | "login">,
  at: Date,
  ahead: Ahead = NONE_AHEAD,
): Promise<boolean> {
  return signInIsLocked(reader, await readBruteForceRules(reader), { ip, login, at }, ahead);
}

/** A login that Matomo does not know is not recorded: people type passwords into the wrong field. */
function refusedSignIn(login: string | null, reason: string, request: Request, at: Date): Refusal {
  const facts = { type: "sign-in.refused", login, reason } as const;
  return { actor: { type: "visitor" }, origin: { ...request, sessionRef: null }, at, facts };
}

/** Attempts to sign in that came before this one and are not judged yet: from its network, and for its login. */
type Ahead = { network: number; login: number };

const NONE_AHEAD: Ahead = { network: 0, login: 0 };

const inFlight = oncePerProcess("attempts-in-flight", () => new Map<string, number>());

/** Judges one attempt, which counts for those that come meanwhile as one that has failed already. */
async function countedInFlight<T>(
  attempt: { ip: string | null; login: string | null },
  judge: (ahead: Ahead) => Promise<T>,
): Promise<T> {
  const from = networkIn(attempt.ip);
  const network = from && `network ${from}`;
  const login = attempt.login && `login ${attempt.login.toLowerCase()}`;
  const keys = [network, login].filter((key): key is string => key !== null && key !== "");
  const ahead = { network: numberOf(network), login: numberOf(login) };
  for (const key of keys) inFlight.set(key, numberOf(key) + 1);
  try {
    return await judge(ahead);
  } finally {
    for (const key of keys) {
      const left = numberOf(key) - 1;
      if (left > 0) inFlight.set(key, left);
      else inFlight.delete(key);
    }
  }
}

function numberOf(key: string | null): number {
  return inFlight.get(key ?? "") ?? 0;
}
