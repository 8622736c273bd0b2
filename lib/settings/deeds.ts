import { z } from "zod";
import type { RecentProof } from "@/lib/auth/step-up";
import type { Deed, SteppedUpDeed } from "@/lib/deed";
import type { Cadence } from "./schema";
import { quickenReminders, slowReminders } from "./set-cadence";

const monthly = z.object({ cadence: z.literal("monthly", "Choose weekly or monthly.") });
const weekly = z.object({ cadence: z.literal("weekly", "Choose weekly or monthly.") });

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
