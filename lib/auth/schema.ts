import { z } from "zod";
import { HOUR_MS, MINUTE_MS } from "@/lib/platform/clock";

/** A session ends after this, however busy. */
export const SESSION_MAX_AGE_MS = 12 * HOUR_MS;
/** A session ends after this without a request. */
export const SESSION_IDLE_MS = 30 * MINUTE_MS;

/**
 * The commands that take a step-up; audit events and proofs store these names. `tighten` is what a reauthentication asks
 * for: it only renews the recent proof, and is never used up.
 */
export const stepUpActions = [
  "grant",
  /** later or no end dates */
  "extend",
  /** for the sites that are to be restored; for all of them 0 and the id of the block */
  "unblock",
  /** weaker values of settings, however many are saved at once */
  "weaken-settings",
  "set-extra-recipients",
  "tighten",
] as const;
export type StepUpAction = (typeof stepUpActions)[number];

/** How somebody proved who they are. */
export const proofMethods = [
  "password",
  "password-and-code",
  "password-and-recovery-code",
  "single-sign-on",
  "single-sign-on-and-second-factor",
] as const;
export type ProofMethod = (typeof proofMethods)[number];

/** Whether two factors were proven. */
export function isTwoFactor(method: ProofMethod): boolean {
  return method !== "password" && method !== "single-sign-on";
}

/** Who is signed in, for pages and forms: what a step-up will ask them for. */
export type Viewer = { login: string; provesBy: "password" | "password-and-code" | "single-sign-on" };

const password = z.string().min(1, "typePassword").max(1_000);
/** empty when none was asked for */
const code = z.string().trim().max(40).default("");

/** What the sign-in form sends to next-auth's provider `matomo`. Passwords are compared exactly as typed. */
export const signInSchema = z.object({
  identifier: z.string().trim().min(1, "typeLogin").max(200),
  password,
  code,
});

const action = z.enum(stepUpActions);
/** site ids, comma-separated; empty for actions that touch no site */
const siteIds = z.string().regex(/^(\d{1,10}(,\d{1,10})*)?$/);

/** What the step-up form sends to next-auth's provider `step-up`. The subject comes from the session, never from here. */
export const stepUpSchema = z.object({ password, code, action, siteIds });

/** What a step-up by single sign-on is for. */
export const stepUpIntentSchema = z.object({ action, siteIds });

/** The ids in the text that a form sends. */
export function siteIdsFromText(text: string): number[] {
  return text === "" ? [] : text.split(",").map(Number);
}
