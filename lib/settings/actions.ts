"use server";

import { steppedUpAction, superUserAction } from "@/lib/action";
import type { Result } from "@/lib/result";
import { quickenRemindersDeed, slowRemindersDeed } from "./deeds";
import { type Cadence, setReminderCadenceSchema } from "./schema";

const slow = steppedUpAction(slowRemindersDeed);
const quicken = superUserAction(quickenRemindersDeed);

/** Sets how often reminders go out. Monthly takes a step-up; weekly a recent proof. */
export async function setReminderCadenceAction(raw: unknown): Promise<Result<{ cadence: Cadence }>> {
  const asked = setReminderCadenceSchema.safeParse(raw);
  return asked.success && asked.data.cadence === "monthly" ? slow(raw) : quicken(raw);
}
