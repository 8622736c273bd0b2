"use server";

import { superUserAction } from "@/lib/action";
import { lookOutsideSoon } from "@/lib/look-outside-soon";
import type { Result } from "@/lib/result";
import { lookOutsideDeed } from "./deeds";
import type { LookOutsideOutcome } from "./schema";

const askToLook = superUserAction(lookOutsideDeed);

/** Looks at Matomo from outside, once the answer is given. */
export async function lookOutsideAction(raw: unknown): Promise<Result<LookOutsideOutcome>> {
  const result = await askToLook(raw);
  if (result.ok) lookOutsideSoon({ askedBy: result.data.askedBy });
  return result;
}
