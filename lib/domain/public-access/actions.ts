"use server";

import { actionWithRecentAuth, actionWithStepUp } from "@/lib/auth/action";
import { scheduleProbe } from "@/lib/domain/probe/schedule-probe";
import type { Result } from "@/lib/platform/result";
import {
  dropPauseCommand,
  extendCommand,
  grantCommand,
  lockCommand,
  pauseCommand,
  resumeCommand,
  revokeCommand,
  unlockCommand,
} from "./commands";
import type { GrantOutcome, ResumeOutcome, RevokeOutcome } from "./schema";

const grant = actionWithStepUp(grantCommand);
const revoke = actionWithRecentAuth(revokeCommand);
const resume = actionWithStepUp(resumeCommand);

/** Makes sites public, and probes whether they are. */
export async function grantPublicAccessAction(raw: unknown): Promise<Result<GrantOutcome>> {
  const result = await grant(raw);
  if (result.ok && result.data.grantedCount > 0) scheduleProbe({ askedBy: null });
  return result;
}

/** Makes sites private, and looks from outside whether they are. */
export async function revokePublicAccessAction(raw: unknown): Promise<Result<RevokeOutcome>> {
  const result = await revoke(raw);
  if (result.ok && result.data.revokedCount > 0) scheduleProbe({ askedBy: null });
  return result;
}

/** Gives public sites another end date, or none. */
export const extendPublicAccessAction = actionWithStepUp(extendCommand);

/** Makes everything private and lets nothing be public any more. */
export const lockAction = actionWithRecentAuth(lockCommand);

/** Lets sites be public again. */
export const unlockAction = actionWithStepUp(unlockCommand);

/** Makes everything private and puts it aside. */
export const pauseAction = actionWithRecentAuth(pauseCommand);

/** Makes public again what a pause put aside, and probes whether it is. */
export async function resumeAction(raw: unknown): Promise<Result<ResumeOutcome>> {
  const result = await resume(raw);
  if (result.ok && result.data.resumedCount > 0) scheduleProbe({ askedBy: null });
  return result;
}

/** Forgets what a pause put aside. */
export const dropPauseAction = actionWithRecentAuth(dropPauseCommand);
