"use server";

import { actionWithRecentAuth, actionWithStepUp } from "@/lib/auth/action";
import { scheduleProbe } from "@/lib/domain/probe/schedule-probe";
import type { Result } from "@/lib/platform/result";
import {
  blockCommand,
  explainBlockCommand,
  extendCommand,
  grantCommand,
  revokeCommand,
  unblockCommand,
} from "./commands";
import type { BlockOutcome, GrantOutcome, RevokeOutcome, UnblockOutcome } from "./schema";

const grant = actionWithStepUp(grantCommand);
const revoke = actionWithRecentAuth(revokeCommand);
const block = actionWithRecentAuth(blockCommand);
const unblock = actionWithStepUp(unblockCommand);

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

/** Blocks public access, and looks from outside whether everything is private. */
export async function blockAction(raw: unknown): Promise<Result<BlockOutcome>> {
  const result = await block(raw);
  if (result.ok) scheduleProbe({ askedBy: null });
  return result;
}

/** Says why public access is blocked. */
export const explainBlockAction = actionWithRecentAuth(explainBlockCommand);

/** Turns the block off, restores what is asked for, and looks from outside whether that is public. */
export async function unblockAction(raw: unknown): Promise<Result<UnblockOutcome>> {
  const result = await unblock(raw);
  if (result.ok && result.data.restoredCount > 0) scheduleProbe({ askedBy: null });
  return result;
}
