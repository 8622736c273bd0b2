"use server";

import { z } from "zod";
import { steppedUpAction, superUserAction } from "@/lib/action";
import type { Result } from "@/lib/result";
import { type Cadence, setReminderCadenceSchema } from "./schema";
import { quickenReminders, slowReminders } from "./set-cadence";

const slow = steppedUpAction({
  name: "set-cadence",
  action: "weaken-reminders",
  schema: z.object({ cadence: z.literal("monthly") }),
  siteIds: () => [],
  run: slowReminders,
});

const quicken = superUserAction({
  name: "set-cadence",
  schema: z.object({ cadence: z.literal("weekly", "Choose weekly or monthly.") }),
  run: quickenReminders,
});

/** Sets how often reminders go out. Monthly is weaker and takes a step-up; weekly takes a recent proof. */
export async function setReminderCadenceAction(raw: unknown): Promise<Result<{ cadence: Cadence }>> {
  const asked = setReminderCadenceSchema.safeParse(raw);
  return asked.success && asked.data.cadence === "monthly" ? slow(raw) : quicken(raw);
}
