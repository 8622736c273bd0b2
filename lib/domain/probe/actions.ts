"use server";

import { superUserAction } from "@/lib/auth/action";
import type { Result } from "@/lib/platform/result";
import { lookOutsideDeed } from "./deeds";
import { lookOutsideSoon } from "./look-outside-soon";
import type { LookOutsideOutcome } from "./schema";

const askToLook = superUserAction(lookOutsideDeed);

/** Looks at Matomo from outside, once the answer is given. */
export async function lookOutsideAction(raw: unknown): Promise<Result<LookOutsideOutcome>> {
  const result = await askToLook(raw);
  if (result.ok) lookOutsideSoon({ askedBy: result.data.askedBy });
  return result;
}
