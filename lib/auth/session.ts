import { createHash, randomBytes } from "node:crypto";
import type { Origin } from "@/lib/ledger/audit/schema";
import { findUser, type MatomoUserRecord } from "@/lib/matomo/users";
import { MINUTE_MS, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { isConflict, withDatabaseErrors } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type ProofMethod, proofMethods, SESSION_IDLE_MS, SESSION_MAX_AGE_MS } from "./schema";

/** How exactly `lastSeenAt` is kept: one write a minute, not one for each request. */
const SEEN_PRECISION_MS = MINUTE_MS;

/** Somebody who is signed in and is a Super User right now. Only this file can make one. */
class ProvenSuperUser {
  readonly #minted = true;
  constructor(
    readonly login: string,
    readonly email: string,
    readonly origin: Origin & { sessionRef: string },
    /** last moment the password was proven in this session */
    readonly lastAuthenticatedAt: Date,
    /** whether Matomo asks this user for a code */
    readonly hasSecondFactor: boolean,
    /** how this session was opened */
    readonly method: ProofMethod,
  ) {}
  get isMinted(): boolean {
    return this.#minted;
  }
}
export type SuperUser = ProvenSuperUser;

/** What the database knows a session id by: its sha256, so that a read of the table opens no session. */
export function sessionRef(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

/**
 * Starts a session for a user who has just been proven.
 * @param proven.provedAt when password or single sign-on was proven; now, or earlier with single sign-on
 * @returns the session id, for the cookie alone
 */
export async function openSession(
  tx: Tx,
  user: MatomoUserRecord,
  request: Omit<Origin, "sessionRef">,
  proven: { method: ProofMethod; provedAt: Date; at: Date },
): Promise<string> {
  const { method, provedAt, at } = proven;
  const sessionId = randomBytes(32).toString("base64url");
  await tx.db.session.create({
    data: {
      ref: sessionRef(sessionId),
      login: user.login,
      createdAt: at,
      provedAt,
      lastSeenAt: at,
      method,
      expiresAt: plus(at, SESSION_MAX_AGE_MS),
      credentialsStamp: user.credentialsStamp,
      ip: request.ip,
      userAgent: request.userAgent,
    },
  });
  return sessionId;
}

/** Ends a session now. Harmless when it has ended already. */
export async function endSession(tx: Tx, ref: string, at: Date): Promise<void> {
  await tx.db.session.updateMany({ where: { ref, endedAt: null }, data: { endedAt: at } });
}

/**
 * Gives the session another id after a step-up; the old one is dead from the commit on.
 * The session does not live longer for it.
 */
export async function renewSession(tx: Tx, superUser: SuperUser, at: Date): Promise<string> {
  const old = await tx.db.session.findUniqueOrThrow({ where: { ref: superUser.origin.sessionRef } });
  const sessionId = randomBytes(32).toString("base64url");
  const { ip, userAgent } = superUser.origin;
  await tx.db.session.create({
    data: { ...old, ref: sessionRef(sessionId), provedAt: at, lastSeenAt: at, ip, userAgent },
  });
  await endSession(tx, old.ref, at);
  return sessionId;
}

/**
 * The Super User behind a session id. Reads Matomo again each time: the session proves nothing by itself.
 * @throws AppError `session_ended` when the session is unknown, over, idle for 30 minutes or ended; when the user is
 *   gone, pending or no Super User any more; when password or second factor changed since sign-in
 */
export async function loadSuperUser(
  db: DbClient,
  sessionId: string | null,
  request: Omit<Origin, "sessionRef">,
  at: Date,
): Promise<SuperUser> {
  if (!sessionId) throw new AppError("session_ended");
  return withDatabaseErrors(async () => {
    const { superUser, lastSeenAt } = await checkSession(db, sessionRef(sessionId), request, at, false);
    if (lastSeenAt < plus(at, -SEEN_PRECISION_MS)) await markSeen(db, superUser, at);
    return superUser;
  });
}

/** The same check once more, inside the transaction that writes. Keeps the user's row from changing until the commit. */
export async function recheckSuperUser(tx: Tx, superUser: SuperUser, at: Date): Promise<SuperUser> {
  return (await checkSession(tx.db, superUser.origin.sessionRef, superUser.origin, at, true)).superUser;
}

async function markSeen(db: DbClient, { origin }: SuperUser, at: Date): Promise<void> {
  const { sessionRef: ref, ip, userAgent } = origin;
  try {
    await db.session.updateMany({ where: { ref, endedAt: null }, data: { lastSeenAt: at, ip, userAgent } });
  } catch (error) {
    // Somebody else writes right now: the next request marks it.
    if (!isConflict(error)) throw error;
  }
}

async function checkSession(
  db: DbClient,
  ref: string,
  request: Omit<Origin, "sessionRef">,
  at: Date,
  lock: boolean,
): Promise<{ superUser: SuperUser; lastSeenAt: Date }> {
  const session = await db.session.findUnique({ where: { ref } });
  if (!session || session.endedAt !== null || session.expiresAt <= at) throw new AppError("session_ended");
  const { lastSeenAt, provedAt } = session;
  if (lastSeenAt <= plus(at, -SESSION_IDLE_MS)) throw new AppError("session_ended");
  const user = await findUser(db, session.login, lock);
  if (!user?.isSuperUser || user.credentialsStamp !== session.credentialsStamp) throw new AppError("session_ended");
  const origin = { ip: request.ip, userAgent: request.userAgent, sessionRef: ref };
  const method = proofMethods.find((known) => known === session.method) ?? "password";
  const superUser = new ProvenSuperUser(user.login, user.email, origin, provedAt, user.hasSecondFactor, method);
  return { superUser, lastSeenAt };
}
