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

/** The same, and an external check at once where it changed who can read what. */
function probed<T>(action: (raw: unknown) => Promise<Result<T>>, isChange: (data: T) => boolean) {
  return async (raw: unknown): Promise<Result<T>> => {
    const result = await action(raw);
    if (result.ok && isChange(result.data)) scheduleProbe({ askedBy: null });
    return result;
  };
}

/** Makes sites public. */
export const grantPublicAccessAction = probed(actionWithStepUp(grantCommand), (done) => done.grantedCount > 0);

/** Makes sites private. */
export const revokePublicAccessAction = probed(actionWithRecentAuth(revokeCommand), (done) => done.revokedCount > 0);

/** Gives public sites another end date, or none. */
export const extendPublicAccessAction = actionWithStepUp(extendCommand);

/** Blocks public access. */
export const blockAction = probed(actionWithRecentAuth(blockCommand), () => true);

/** Says why public access is blocked. */
export const explainBlockAction = actionWithRecentAuth(explainBlockCommand);

/** Turns the block off, and restores what is asked for. */
export const unblockAction = probed(actionWithStepUp(unblockCommand), (done) => done.restoredCount > 0);
