import type { NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { deliverSoon } from "@/lib/messaging/mail/deliver-soon";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { FIRST_PAGE, ownPath } from "@/lib/platform/web/own-address-terms";
import { nextAuthCookies, readSessionClaims } from "./cookie";
import { stepUpWithMatomo, type Unproven } from "./prove-password";
import { requestOrigin } from "./request";
import { currentSuperUser } from "./require-super-user";
import { SESSION_MAX_AGE_MS, signInSchema, siteIdsFromText, stepUpSchema } from "./schema";
import { signInWithMatomo } from "./sign-in-with-matomo";
import { signOut } from "./sign-out";
import { refusalPage, singleSignOnProviders } from "./single-sign-on/providers";
import { toClientErrorCode } from "./to-client-error-code";

const SIGN_IN = "/sign-in";

const issuedSchema = z.object({ sessionId: z.string(), proofId: z.string().nullable() });
const errorSchema = z.object({ error: z.instanceof(Error) });

/**
 * next-auth's configuration: the providers `matomo` and `step-up`, the same two by single sign-on where it is
 * configured, an encrypted cookie, and nothing else.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_MS / 1000 },
    // next-auth has pages of its own, in English alone.
    pages: { signIn: SIGN_IN, signOut: SIGN_IN, error: SIGN_IN, verifyRequest: SIGN_IN },
    cookies: nextAuthCookies(),
    providers: [matomo, stepUp, ...singleSignOnProviders()],
    callbacks: {
      signIn: async ({ user, account }) => (await refusalPage(user, account?.provider)) ?? true,
      // Only a provider that has just proven somebody brings `user`; what a client sends in an update is ignored.
      jwt: ({ token, user }) => (user ? { sub: user.id, ...issuedSchema.parse(user) } : token),
      redirect: ({ url, baseUrl }) => new URL(ownPath(url, baseUrl) ?? FIRST_PAGE, baseUrl).href,
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.sub ?? null } }),
    },
    events: { signOut: ({ token }) => leave(token) },
    logger: {
      error: (event, metadata) => logger().error({ event, err: errorIn(metadata) }, "next-auth"),
      warn: (event) => logger().warn({ event }, "next-auth"),
      debug: () => undefined,
    },
  };
}

const matomo = CredentialsProvider({
  id: "matomo",
  name: "Matomo",
  credentials: { identifier: {}, password: {}, code: {} },
  authorize: (credentials) =>
    withCodes(() =>
      refuseInConstantTime(async () => {
        const typed = signInSchema.safeParse(credentials);
        if (!typed.success) return null;
        const previous = await readSessionClaims();
        const outcome = await signInWithMatomo(typed.data, await requestOrigin(), previous?.sessionId ?? null);
        // Somebody who has the password and not the code may have caused a mail to whose it is.
        if (!outcome.ok && outcome.code.startsWith("second_factor")) deliverSoon();
        return issued(outcome);
      }),
    ),
});

/** Proves whoever is signed in again; the form says for what, never for whom. */
const stepUp = CredentialsProvider({
  id: "step-up",
  name: "Confirm password",
  credentials: { password: {}, code: {}, action: {}, siteIds: {} },
  authorize: (credentials) =>
    withCodes(async () => {
      const typed = stepUpSchema.safeParse(credentials);
      if (!typed.success) return null;
      const siteIds = siteIdsFromText(typed.data.siteIds);
      const outcome = await stepUpWithMatomo(await currentSuperUser(), { ...typed.data, siteIds });
      // The fifth wrong one wrote a mail to the person concerned.
      if (!outcome.ok) deliverSoon();
      return issued(outcome);
    }),
});

type Issued = User & z.infer<typeof issuedSchema>;

/** What goes into the cookie; null, one and the same for next-auth, when the credentials are wrong. */
function issued(outcome: { ok: true; login: string; sessionId: string; proofId?: string } | Unproven): Issued | null {
  if (outcome.ok) return { id: outcome.login, sessionId: outcome.sessionId, proofId: outcome.proofId ?? null };
  if (outcome.code === "credentials_wrong") return null;
  throw new AppError(outcome.code);
}

/** next-auth hands the message of an error to the browser: it becomes one of our codes. */
async function withCodes<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(toClientErrorCode(error));
  }
}

/** The error in what next-auth hands to a logger, without what it hangs beside it: claims, codes, tokens. */
function errorIn(metadata: unknown): unknown {
  if (metadata instanceof Error) return metadata;
  return errorSchema.safeParse(metadata).data?.error;
}

async function leave(token: unknown): Promise<void> {
  const claims = issuedSchema.safeParse(token);
  if (claims.success) await signOut(claims.data.sessionId, await requestOrigin());
}

/**
 * Longer than Matomo's slowest usual hash takes, with the queries around it. Short enough that somebody who mistyped
 * does not wait.
 */
const REFUSAL_MS = 700;

/**
 * Answers null, a refused sign-in, no earlier than 700 ms after it came; anything else at once. Whether the password
 * was wrong, the login unknown or the account no Super User, the answer then takes as long (ASVS 6.3.8: same text,
 * same status, less than 50 ms apart).
 */
export async function refuseInConstantTime<T>(work: () => Promise<T | null>): Promise<T | null> {
  const came = performance.now();
  const result = await work();
  // Timers drop what is less than a millisecond, and would be early by it.
  const left = Math.ceil(REFUSAL_MS - (performance.now() - came));
  if (result === null) await new Promise((resolve) => setTimeout(resolve, Math.max(0, left)));
  return result;
}
