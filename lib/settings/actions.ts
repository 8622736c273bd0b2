"use server";

import { steppedUpAction, superUserAction } from "@/lib/action";
import type { Result } from "@/lib/result";
import { quickenRemindersDeed, requireSecondFactorDeed, slowRemindersDeed, waiveSecondFactorDeed } from "./deeds";
import { type Cadence, type SecondFactorChoice, setReminderCadenceSchema, setSecondFactorRuleSchema } from "./schema";

const slow = steppedUpAction(slowRemindersDeed);
const quicken = superUserAction(quickenRemindersDeed);
const waive = steppedUpAction(waiveSecondFactorDeed);
const demand = superUserAction(requireSecondFactorDeed);

/** Sets how often reminders go out. Monthly takes a step-up; weekly a recent proof. */
export async function setReminderCadenceAction(raw: unknown): Promise<Result<{ cadence: Cadence }>> {
  const asked = setReminderCadenceSchema.safeParse(raw);
  return asked.success && asked.data.cadence === "monthly" ? slow(raw) : quicken(raw);
}

/** Sets whether publishing takes a second factor. Not any more takes a step-up; from now on a recent proof. */
export async function setSecondFactorRuleAction(raw: unknown): Promise<Result<{ choice: SecondFactorChoice }>> {
  const asked = setSecondFactorRuleSchema.safeParse(raw);
  return asked.success && !asked.data.required ? waive(raw) : demand(raw);
}
