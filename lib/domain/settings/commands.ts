import { z } from "zod";
import type { Command, StepUpCommand } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import {
  type Cadence,
  type OwnPace,
  SETTINGS,
  type SecondFactorChoice,
  type UnconfirmedRule,
} from "@/lib/ledger/settings/terms";
import {
  type ExtraRecipient,
  setExtraRecipientsSchema,
  setOwnRemindersSchema,
  setUnconfirmedRuleSchema,
} from "./schema";
import { quickenReminders, slowReminders } from "./set-cadence";
import { setExtraRecipients } from "./set-extra-recipients";
import { setOwnReminders } from "./set-own-reminders";
import { requireSecondFactor, waiveSecondFactor } from "./set-second-factor-rule";
import { loosenUnconfirmedRule, tightenUnconfirmedRule } from "./set-unconfirmed-rule";

const monthly = z.object({ cadence: z.literal("monthly", "chooseOne") });
const weekly = z.object({ cadence: z.literal("weekly", "chooseOne") });
const required = z.object({ required: z.literal(true, "chooseOne") });
const optional = z.object({ required: z.literal(false, "chooseOne") });

/** Reminders every month: weaker, so it takes a step-up. */
export const slowRemindersCommand: StepUpCommand<typeof monthly, { cadence: Cadence }> = {
  name: SETTINGS["reminder-cadence"].command,
  action: SETTINGS["reminder-cadence"].stepUp,
  schema: monthly,
  siteIds: () => [],
  run: slowReminders,
};

/** Reminders every week again, with the password proven within 15 minutes. */
export const quickenRemindersCommand: Command<typeof weekly, RecentAuth, { cadence: Cadence }> = {
  name: SETTINGS["reminder-cadence"].command,
  schema: weekly,
  run: quickenReminders,
};

/** Publishing without a second factor: weaker, so it takes a step-up. */
export const waiveSecondFactorCommand: StepUpCommand<typeof optional, { choice: SecondFactorChoice }> = {
  name: SETTINGS["second-factor"].command,
  action: SETTINGS["second-factor"].stepUp,
  schema: optional,
  siteIds: () => [],
  run: waiveSecondFactor,
};

/** Publishing with a second factor only, with the password proven within 15 minutes. */
export const requireSecondFactorCommand: Command<typeof required, RecentAuth, { choice: SecondFactorChoice }> = {
  name: SETTINGS["second-factor"].command,
  schema: required,
  run: requireSecondFactor,
};

/** More periods before a site that nobody confirms becomes private, or off: weaker, so it takes a step-up. */
export const loosenUnconfirmedRuleCommand: StepUpCommand<typeof setUnconfirmedRuleSchema, { rule: UnconfirmedRule }> = {
  name: SETTINGS["unconfirmed-rule"].command,
  action: SETTINGS["unconfirmed-rule"].stepUp,
  schema: setUnconfirmedRuleSchema,
  siteIds: () => [],
  run: (tx, context, { periods }) => loosenUnconfirmedRule(tx, { ...context, rule: periods }),
};

/** Fewer periods, with the password proven within 15 minutes. `rule` null: it would be weaker, and nothing was done. */
export const tightenUnconfirmedRuleCommand: Command<
  typeof setUnconfirmedRuleSchema,
  RecentAuth,
  { rule: UnconfirmedRule | null }
> = {
  name: SETTINGS["unconfirmed-rule"].command,
  schema: setUnconfirmedRuleSchema,
  run: (tx, context, { periods }) => tightenUnconfirmedRule(tx, { ...context, rule: periods }),
};

/** How often one is reminded oneself, with the password proven within 15 minutes. */
export const setOwnRemindersCommand: Command<typeof setOwnRemindersSchema, RecentAuth, { pace: OwnPace }> = {
  name: "set-own-reminders",
  schema: setOwnRemindersSchema,
  run: (tx, context, { pace }) => setOwnReminders(tx, { ...context, pace }),
};

/**
 * Who is notified besides the Super Users. Taking an address away weakens the alerts, adding one shows them to somebody
 * else: either takes a step-up.
 */
export const setExtraRecipientsCommand: StepUpCommand<
  typeof setExtraRecipientsSchema,
  { recipients: ExtraRecipient[] }
> = {
  name: SETTINGS["extra-recipients"].command,
  action: SETTINGS["extra-recipients"].stepUp,
  schema: setExtraRecipientsSchema,
  siteIds: () => [],
  run: (tx, context, input) => setExtraRecipients(tx, { ...context, ...input }),
};
