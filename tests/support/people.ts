import { type RequestContext, runWithRecentAuth, runWithStepUp } from "@/lib/auth/command";
import { stepUpWithMatomo } from "@/lib/auth/prove-password";
import type { StepUpAction } from "@/lib/auth/schema";
import { loadSuperUser, type SuperUser } from "@/lib/auth/session";
import { signInWithMatomo } from "@/lib/auth/sign-in-with-matomo";
import { grantCommand, revokeCommand } from "@/lib/domain/public-access/commands";
import type { GrantOutcome, RevokeOutcome } from "@/lib/domain/public-access/schema";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import type { Outcome } from "@/lib/platform/result";
import type { TestUser } from "./builders";

export const BROWSER = {
  ip: "203.0.113.7",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
};

/** Somebody signed in, by the real sign-in: what their browser would bring with each request. */
export type SignedIn = { user: TestUser; context: RequestContext };

/** Signs in with the right password, and the code of those who need one. */
export async function signIn(user: TestUser, code = ""): Promise<SignedIn> {
  const typed = { identifier: user.login, password: user.password, code };
  const signedIn = await signInWithMatomo(typed, BROWSER);
  if (!signedIn.ok) throw new Error(`${user.login} could not sign in: ${signedIn.code}`);
  return {
    user,
    context: { origin: "http://localhost:3000", sessionId: signedIn.sessionId, proofId: null, request: BROWSER },
  };
}

/** The Super User behind what the browser brings. */
export function superUserOf(person: SignedIn): Promise<SuperUser> {
  return loadSuperUser(db(), person.context.sessionId, person.context.request, now());
}

/** Proves the password for one command, as next-auth's provider does; the person's context carries the new ids from then on. */
export async function stepUp(
  person: SignedIn,
  action: StepUpAction,
  siteIds: readonly number[],
  code = "",
): Promise<void> {
  const { password } = person.user;
  const proven = await stepUpWithMatomo(await superUserOf(person), { password, code, action, siteIds });
  if (!proven.ok) throw new Error(`${person.user.login} could not step up: ${proven.code}`);
  person.context = { ...person.context, sessionId: proven.sessionId, proofId: proven.proofId };
}

/** What the publish dialog sends. */
export function grantInput(siteIds: readonly number[], changes: Record<string, unknown> = {}) {
  return {
    siteIds,
    reason: "Press release of the spring campaign",
    endsOn: null,
    typedCount: siteIds.length,
    ...changes,
  };
}

/** The grant action with whatever proof the person has. */
export function askToPublish(
  person: SignedIn,
  siteIds: readonly number[],
  changes = {},
): Promise<Outcome<GrantOutcome>> {
  return runWithStepUp(grantCommand, person.context, grantInput(siteIds, changes));
}

/** Step-up and grant, as the dialog does them. */
export async function publish(
  person: SignedIn,
  siteIds: readonly number[],
  changes = {},
): Promise<Outcome<GrantOutcome>> {
  await stepUp(person, "grant", siteIds);
  return askToPublish(person, siteIds, changes);
}

/** The revoke action with the recent proof of the session. */
export function makePrivate(person: SignedIn, siteIds: readonly number[]): Promise<Outcome<RevokeOutcome>> {
  return runWithRecentAuth(revokeCommand, person.context, { siteIds });
}
