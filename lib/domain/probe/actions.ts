"use server";

import { actionWithRecentAuth } from "@/lib/auth/action";
import type { Result } from "@/lib/platform/result";
import { requestProbeCommand } from "./commands";
import { scheduleProbe } from "./schedule-probe";
import type { RequestProbeOutcome } from "./schema";

const requestProbe = actionWithRecentAuth(requestProbeCommand);

/** Probes Matomo from outside, once the answer is given. */
export async function requestProbeAction(raw: unknown): Promise<Result<RequestProbeOutcome>> {
  const result = await requestProbe(raw);
  if (result.ok) scheduleProbe({ askedBy: result.data.askedBy });
  return result;
}
