import { headers } from "next/headers";
import type { z } from "zod";
import { requestLanguage } from "@/lib/auth/language/request-language";
import { deliverSoon } from "@/lib/messaging/mail/deliver-soon";
import { refusalMessage } from "@/lib/platform/languages/refusal-message";
import type { Outcome, Result } from "@/lib/platform/result";
import { type Command, type RequestContext, runWithRecentAuth, runWithStepUp, type StepUpCommand } from "./command";
import { readSessionClaims } from "./cookie";
import { requestOrigin } from "./request";
import type { RecentAuth } from "./step-up";

/** A server action that takes a fresh step-up for exactly what it is asked to do. */
export function actionWithStepUp<S extends z.ZodType, T>(
  command: StepUpCommand<S, T>,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => answer(await runWithStepUp(command, await currentContext(), raw));
}

/** A server action that tightens: it takes the password proven within 15 minutes. */
export function actionWithRecentAuth<S extends z.ZodType, T>(
  command: Command<S, RecentAuth, T>,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => answer(await runWithRecentAuth(command, await currentContext(), raw));
}

async function currentContext(): Promise<RequestContext> {
  const claims = await readSessionClaims();
  return {
    origin: (await headers()).get("origin"),
    sessionId: claims?.sessionId ?? null,
    proofId: claims?.proofId ?? null,
    request: await requestOrigin(),
  };
}

async function answer<T>(outcome: Outcome<T>): Promise<Result<T>> {
  if (!outcome.ok) return { ...outcome, message: refusalMessage(outcome, await requestLanguage()) };
  deliverSoon();
  return outcome;
}
