import { z } from "zod";
import type { RecentProof } from "@/lib/auth/step-up";
import type { Deed, SteppedUpDeed } from "@/lib/deed";
import type { Cadence, SecondFactorChoice } from "./schema";
import { quickenReminders, slowReminders } from "./set-cadence";
import { requireSecondFactor, waiveSecondFactor } from "./set-second-factor-rule";

const monthly = z.object({ cadence: z.literal("monthly", "Choose weekly or monthly.") });
const weekly = z.object({ cadence: z.literal("weekly", "Choose weekly or monthly.") });
const required = z.object({ required: z.literal(true, "Choose optional or required.") });
const optional = z.object({ required: z.literal(false, "Choose optional or required.") });

/** Reminders every month: weaker, so it takes a step-up. */
export const slowRemindersDeed: SteppedUpDeed<typeof monthly, { cadence: Cadence }> = {
  name: "set-cadence",
  action: "weaken-reminders",
  schema: monthly,
  siteIds: () => [],
  run: slowReminders,
};

/** Reminders every week again, with the password proven within 15 minutes. */
export const quickenRemindersDeed: Deed<typeof weekly, RecentProof, { cadence: Cadence }> = {
  name: "set-cadence",
  schema: weekly,
  run: quickenReminders,
};

/** Publishing without a second factor: weaker, so it takes a step-up. */
export const waiveSecondFactorDeed: SteppedUpDeed<typeof optional, { choice: SecondFactorChoice }> = {
  name: "set-second-factor-rule",
  action: "weaken-second-factor",
  schema: optional,
  siteIds: () => [],
  run: waiveSecondFactor,
};

/** Publishing with a second factor only, with the password proven within 15 minutes. */
export const requireSecondFactorDeed: Deed<typeof required, RecentProof, { choice: SecondFactorChoice }> = {
  name: "set-second-factor-rule",
  schema: required,
  run: requireSecondFactor,
};
