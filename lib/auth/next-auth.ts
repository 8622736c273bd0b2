import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/errors";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { readSessionClaims, sessionCookie } from "./cookie";
import { signInWithMatomo, stepUpWithMatomo } from "./prove-password";
import { requestOrigin } from "./request";
import { signInSchema, stepUpSchema } from "./schema";
import { endSession, loadSuperUser, SESSION_MAX_AGE_MS, sessionRef } from "./session";

const issuedSchema = z.object({ sessionId: z.string(), proofId: z.string().nullable() });

/** next-auth's configuration: the providers `matomo` and `step-up`, an encrypted cookie, and nothing else. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_MS / 1000 },
    pages: { signIn: "/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    providers: [matomo, stepUp],
    callbacks: {
      // Only a provider that has just verified a password brings `user`; what a client sends in an update is ignored.
      jwt: ({ token, user }) => (user ? { sub: user.id, ...issuedSchema.parse(user) } : token),
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.sub ?? null } }),
    },
    events: { signOut: ({ token }) => signOut(token) },
    logger: {
      error: (code, metadata) => logger().error({ code, err: metadata }, "next-auth"),
      warn: (code) => logger().warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

const matomo = CredentialsProvider({
  id: "matomo",
  name: "Matomo",
  credentials: { identifier: {}, password: {} },
  authorize: (credentials) =>
    withCodes(async () => {
      const typed = signInSchema.safeParse(credentials);
      if (!typed.success) return null;
      const signedIn = await signInWithMatomo(typed.data, await requestOrigin());
      return signedIn && issued(signedIn.login, signedIn.sessionId, null);
    }),
});

/** Proves the password of whoever is signed in; the form says for what, never for whom. */
const stepUp = CredentialsProvider({
  id: "step-up",
  name: "Confirm password",
  credentials: { password: {}, action: {}, siteIds: {} },
  authorize: (credentials) =>
    withCodes(async () => {
      const typed = stepUpSchema.safeParse(credentials);
      if (!typed.success) return null;
      const claims = await readSessionClaims();
      const superUser = await loadSuperUser(db(), claims?.sessionId ?? null, await requestOrigin(), now());
      const { password, action, siteIds } = typed.data;
      const ids = siteIds === "" ? [] : siteIds.split(",").map(Number);
      const proven = await stepUpWithMatomo(superUser, { password, action, siteIds: ids });
      return proven && issued(proven.login, proven.sessionId, proven.proofId);
    }),
});

function issued(login: string, sessionId: string, proofId: string | null): User & z.infer<typeof issuedSchema> {
  return { id: login, sessionId, proofId };
}

/** next-auth hands the message of an error to the browser: it becomes one of our codes, and the cause goes to the log. */
async function withCodes<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (cause instanceof AppError) {
      if (cause.cause) logger().error({ err: cause.cause }, cause.code);
      throw new Error(cause.code);
    }
    logger().error({ err: cause }, "sign-in failed");
    throw new Error("unexpected");
  }
}

async function signOut(token: unknown): Promise<void> {
  const claims = issuedSchema.extend({ sub: z.string() }).safeParse(token);
  if (!claims.success) return;
  const ref = sessionRef(claims.data.sessionId);
  const origin = { ...(await requestOrigin()), sessionRef: ref };
  await inTransaction(async (tx) => {
    await endSession(tx, ref, now());
    const actor = { type: "superUser", login: claims.data.sub } as const;
    await recordAudit(tx, { actor, origin, at: now(), facts: { type: "sign-out" } });
  });
}
