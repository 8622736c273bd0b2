"use server";

import { actionWithRecentAuth, actionWithStepUp } from "@/lib/auth/action";
import type { Cadence, OwnPace, SecondFactorChoice, UnconfirmedRule } from "@/lib/ledger/settings/terms";
import type { Result } from "@/lib/platform/result";
import {
  loosenUnconfirmedRuleCommand,
  quickenRemindersCommand,
  requireSecondFactorCommand,
  setExtraRecipientsCommand,
  setOwnRemindersCommand,
  slowRemindersCommand,
  tightenUnconfirmedRuleCommand,
  waiveSecondFactorCommand,
} from "./commands";
import {
  type ExtraRecipient,
  setReminderCadenceSchema,
  setSecondFactorRuleSchema,
  setUnconfirmedRuleSchema,
} from "./schema";

const slow = actionWithStepUp(slowRemindersCommand);
const quicken = actionWithRecentAuth(quickenRemindersCommand);
const waive = actionWithStepUp(waiveSecondFactorCommand);
const demand = actionWithRecentAuth(requireSecondFactorCommand);
const loosen = actionWithStepUp(loosenUnconfirmedRuleCommand);
const tighten = actionWithRecentAuth(tightenUnconfirmedRuleCommand);
const setExtra = actionWithStepUp(setExtraRecipientsCommand);
const setOwnPace = actionWithRecentAuth(setOwnRemindersCommand);

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

/**
 * Sets after how many periods a site that nobody confirms becomes private. Off, or more periods than now, takes a
 * step-up; fewer a recent proof. Which of the two a number is, is known only where the rule is read.
 */
export async function setUnconfirmedRuleAction(raw: unknown): Promise<Result<{ rule: UnconfirmedRule }>> {
  const asked = setUnconfirmedRuleSchema.safeParse(raw);
  if (asked.success && asked.data.periods === "off") return loosen(raw);
  const tightened = await tighten(raw);
  if (!tightened.ok) return tightened;
  const { rule } = tightened.data;
  return rule === null ? loosen(raw) : { ok: true, data: { rule } };
}

/** Sets how often the person who asks is reminded. Every month or as everybody, never off; a recent proof. */
export async function setOwnRemindersAction(raw: unknown): Promise<Result<{ pace: OwnPace }>> {
  return setOwnPace(raw);
}

/** Sets which addresses get every alert and reminder besides the Super Users. Takes a step-up. */
export async function setExtraRecipientsAction(raw: unknown): Promise<Result<{ recipients: ExtraRecipient[] }>> {
  return setExtra(raw);
}
