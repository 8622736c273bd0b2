import type { User } from "next-auth";
import type { OAuthConfig, TokenEndpointHandler, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { z } from "zod";
import { readSessionClaims } from "@/lib/auth/cookie";
import { requestOrigin } from "@/lib/auth/request";
import { currentSuperUser } from "@/lib/auth/require-super-user";
import { SESSION_MAX_AGE_MS } from "@/lib/auth/schema";
import { toClientErrorCode } from "@/lib/auth/to-client-error-code";
import { env } from "@/lib/platform/env";
import { type SingleSignOn, singleSignOn } from "./configured";
import { readIntent } from "./intent-cookie";
import { readIdentity } from "./policy";
import { signInWithIdentity } from "./sign-in-with-identity";
import { stepUpWithIdentity } from "./step-up-with-identity";

const SINGLE_SIGN_ON = "single-sign-on";
const SINGLE_SIGN_ON_STEP_UP = "single-sign-on-step-up";

const SCOPE = "openid email profile";
const TIMEOUT_MS = 10_000;

/** What next-auth calls a user: what goes into the cookie, or why nobody is let in. */
type Proven = User & ({ sessionId: string; proofId: string | null } | { refused: string });
type Claims = Record<string, unknown>;
type Outcome = { ok: true; login: string; sessionId: string; proofId?: string } | { ok: false; code: string };

/** The providers `single-sign-on` and `single-sign-on-step-up`; none where single sign-on is not configured. */
export function singleSignOnProviders(): OAuthConfig<Claims>[] {
  const settings = singleSignOn();
  if (!settings) return [];
  const { issuer, clientId, clientSecret, loginClaim, name } = settings;
  const common = {
    type: "oauth",
    name,
    clientId,
    clientSecret,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: TIMEOUT_MS },
    token: { request: exchangeCode },
    userinfo: { request: (context) => readClaims(context, settings) },
  } satisfies Partial<OAuthConfig<Claims>>;
  return [
    {
      ...common,
      id: SINGLE_SIGN_ON,
      // The provider then says when the person was proven, and asks again whoever it has not seen for that long.
      authorization: { params: { scope: SCOPE, max_age: SESSION_MAX_AGE_MS / 1000 } },
      profile: (claims) =>
        proven(async () => {
          const previous = await readSessionClaims();
          const identity = readIdentity(claims, loginClaim);
          return signInWithIdentity(identity, await requestOrigin(), previous?.sessionId ?? null);
        }),
    },
    {
      ...common,
      id: SINGLE_SIGN_ON_STEP_UP,
      authorization: { params: { scope: SCOPE, prompt: "login", max_age: 0 } },
      profile: (claims) =>
        proven(async () => {
          const identity = readIdentity(claims, loginClaim);
          return stepUpWithIdentity(await currentSuperUser(), identity, await readIntent());
        }),
    },
  ];
}

/** The code comes back with PKCE, state and nonce. An ID token without a code is not taken: PKCE would not protect it. */
const exchangeCode: NonNullable<TokenEndpointHandler["request"]> = async ({ client, provider, params, checks }) => {
  const tokens = await client.callback(provider.callbackUrl, params, { ...checks, response_type: "code" });
  return { tokens };
};

type Context = Parameters<NonNullable<UserinfoEndpointHandler["request"]>>[0];

/**
 * The ID token's claims. Providers may leave the e-mail address and the like to the userinfo endpoint (OpenID Connect
 * Core 5.4); what says who it is then comes from there, and from nowhere in part. When and how the person was proven
 * stands in the ID token alone.
 */
async function readClaims({ client, tokens }: Context, { loginClaim }: SingleSignOn): Promise<Claims> {
  if (!hasClaims(tokens)) throw new Error("the provider gave no ID token");
  const claims = tokens.claims();
  const names = loginClaim === null ? ["email", "email_verified"] : [loginClaim];
  const isComplete = names.every((name) => Object.hasOwn(claims, name));
  if (isComplete || !tokens.access_token || !client.issuer.metadata.userinfo_endpoint) return claims;
  const info: Claims = await client.userinfo(tokens.access_token);
  if (info.sub !== claims.sub) throw new Error("the userinfo endpoint speaks of somebody else than the ID token");
  return { ...claims, ...Object.fromEntries(names.map((name) => [name, info[name]])) };
}

/** next-auth's types leave out the method that openid-client's token set has. */
function hasClaims<T extends object>(tokens: T): tokens is T & { claims: () => Claims } {
  return "claims" in tokens && typeof tokens.claims === "function";
}

/** Never throws: next-auth would log the claims, and send the browser to a page that says nothing. */
async function proven(work: () => Promise<Outcome>): Promise<Proven> {
  try {
    const outcome = await work();
    if (!outcome.ok) return refused(outcome.code);
    return { id: outcome.login, sessionId: outcome.sessionId, proofId: outcome.proofId ?? null };
  } catch (error) {
    return refused(toClientErrorCode(error));
  }
}

function refused(code: string): Proven {
  return { id: "nobody", refused: code };
}

const refusedSchema = z.object({ refused: z.string() });

/**
 * Where the browser goes when the provider has identified somebody and the portal lets nobody in for it; null when it
 * does. From a step-up to the page that tells the window that waits.
 */
export async function refusalPage(user: unknown, providerId: string | undefined): Promise<string | null> {
  const refusal = refusedSchema.safeParse(user);
  if (!refusal.success) return null;
  const error = refusal.data.refused;
  const isStepUp = providerId === SINGLE_SIGN_ON_STEP_UP;
  const intent = isStepUp ? ((await readIntent())?.id ?? "") : "";
  const page = isStepUp ? `/confirmed?${new URLSearchParams({ intent, error })}` : `/sign-in?error=${error}`;
  return new URL(page, env().NEXTAUTH_URL).href;
}
