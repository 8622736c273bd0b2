import { headers } from "next/headers";
import type { z } from "zod";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { deliverSoon } from "@/lib/messaging/mail/deliver-soon";
import { refusalWords } from "@/lib/platform/languages/refusal-words";
import type { Outcome, Result } from "@/lib/platform/result";
import { readSessionClaims } from "./cookie";
import { type Call, type Deed, doRecentlyProven, doSteppedUp, type SteppedUpDeed } from "./deed";
import { requestOrigin } from "./request";
import type { RecentProof } from "./step-up";

/** A server action that takes a fresh step-up for exactly what it is asked to do. */
export function steppedUpAction<S extends z.ZodType, T>(
  deed: SteppedUpDeed<S, T>,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => answer(await doSteppedUp(deed, await currentCall(), raw));
}

/** A server action that tightens: it takes the password proven within 15 minutes. */
export function superUserAction<S extends z.ZodType, T>(
  deed: Deed<S, RecentProof, T>,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => answer(await doRecentlyProven(deed, await currentCall(), raw));
}

async function currentCall(): Promise<Call> {
  const claims = await readSessionClaims();
  return {
    origin: (await headers()).get("origin"),
    sessionId: claims?.sessionId ?? null,
    proofId: claims?.proofId ?? null,
    request: await requestOrigin(),
  };
}

async function answer<T>(outcome: Outcome<T>): Promise<Result<T>> {
  if (!outcome.ok) return { ...outcome, message: refusalWords(outcome, await requestLanguage()) };
  deliverSoon();
  return outcome;
}
