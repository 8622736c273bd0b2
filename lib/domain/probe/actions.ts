"use server";

import { actionWithRecentAuth } from "@/lib/auth/action";
import type { Result } from "@/lib/platform/result";
import { lookOutsideCommand } from "./commands";
import { lookOutsideSoon } from "./look-outside-soon";
import type { LookOutsideOutcome } from "./schema";

const askToLook = actionWithRecentAuth(lookOutsideCommand);

/** Looks at Matomo from outside, once the answer is given. */
export async function lookOutsideAction(raw: unknown): Promise<Result<LookOutsideOutcome>> {
  const result = await askToLook(raw);
  if (result.ok) lookOutsideSoon({ askedBy: result.data.askedBy });
  return result;
}
