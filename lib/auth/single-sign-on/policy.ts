import { z } from "zod";
import type { ProofMethod } from "@/lib/auth/schema";
import { MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";

/** How long somebody may take at the provider to confirm a command. */
export const INTENT_MAX_AGE_MS = 10 * MINUTE_MS;
/** `auth_time` comes in whole seconds and from the clock of another machine. */
const CLOCK_SKEW_MS = 5 * SECOND_MS;
/** Values of `amr` (RFC 8176) that say that more than a password was proven. */
const SECOND_FACTORS: ReadonlySet<string> = new Set(["mfa", "otp", "hwk"]);

/** What Matomo knows somebody by, as the provider says it. */
export type MatomoClaim = { by: "login" | "email"; value: string };

/** What the portal takes from an ID token whose signature, issuer, audience and nonce were checked. */
export type Identity = {
  /** null when the provider says nothing that can be used: no such claim, or an address it did not verify */
  claim: MatomoClaim | null;
  /** when the provider last saw the person prove who they are; null when it does not say */
  authTime: Date | null;
  hasSecondFactor: boolean;
};

const name = z.string().min(1).max(200);
const emailSchema = z.object({ email: name, email_verified: z.literal(true) });
/** Seconds since 1970, at most the year 9999. */
const authTimeSchema = z.number().int().min(0).max(253_402_300_799);
const amrSchema = z.array(z.string());

/**
 * Reads an ID token's claims. Whatever is missing or malformed counts as the weakest.
 * @param loginClaim the claim that holds the Matomo login; null: the e-mail address, if the provider verified it
 */
export function readIdentity(claims: Readonly<Record<string, unknown>>, loginClaim: string | null): Identity {
  const authTime = authTimeSchema.safeParse(claims.auth_time);
  const amr = amrSchema.safeParse(claims.amr);
  return {
    claim: loginClaim === null ? emailIn(claims) : loginIn(claims, loginClaim),
    authTime: authTime.success ? new Date(authTime.data * SECOND_MS) : null,
    hasSecondFactor: amr.success && amr.data.some((factor) => SECOND_FACTORS.has(factor)),
  };
}

function loginIn(claims: Readonly<Record<string, unknown>>, loginClaim: string): MatomoClaim | null {
  const login = name.safeParse(Object.hasOwn(claims, loginClaim) ? claims[loginClaim] : undefined);
  return login.success ? { by: "login", value: login.data } : null;
}

function emailIn(claims: Readonly<Record<string, unknown>>): MatomoClaim | null {
  const email = emailSchema.safeParse(claims);
  return email.success ? { by: "email", value: email.data.email } : null;
}

/**
 * Whether two names differ in the case of letters at most. Both ways of folding must agree: to Matomo's tables `á` is
 * `a`, and to JavaScript the Kelvin sign is a small `k`; neither may make one person another.
 */
export function isSameButForCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() && one.toUpperCase() === other.toUpperCase();
}

/**
 * When somebody who signs in was proven: never in the future, and long ago when the provider does not say or says
 * something impossible. Then the session is open, and the first change takes a step-up.
 */
export function provedAtOf({ authTime }: Identity, at: Date): Date {
  if (authTime === null || authTime > plus(at, CLOCK_SKEW_MS)) return new Date(0);
  return authTime < at ? authTime : at;
}

/**
 * Why this sign-in at the provider does not confirm a command that was asked for at `intendedAt`; null when it does.
 * It must have happened after the command was asked for (OpenID Connect Core 3.1.2.1: `prompt=login`, `max_age=0`), and a
 * provider that does not say when counts as the weakest (ASVS 6.8.4).
 */
export function whyStale({ authTime }: Identity, intendedAt: Date, at: Date): string | null {
  if (at > plus(intendedAt, INTENT_MAX_AGE_MS)) return "confirmed too late";
  if (authTime === null) return "no auth_time from single sign-on";
  if (authTime < plus(intendedAt, -CLOCK_SKEW_MS)) return "auth_time before the step-up was asked for";
  if (authTime > plus(at, CLOCK_SKEW_MS)) return "auth_time in the future";
  return null;
}

/** How somebody proved who they are by single sign-on. */
export function methodOf(identity: Identity): ProofMethod {
  return identity.hasSecondFactor ? "single-sign-on-and-second-factor" : "single-sign-on";
}
