"use server";

import { actionWithRecentAuth, actionWithStepUp } from "@/lib/auth/action";
import type { OwnPace } from "@/lib/ledger/settings/terms";
import type { Result } from "@/lib/platform/result";
import {
  setExtraRecipientsCommand,
  setOwnRemindersCommand,
  tightenSettingsCommand,
  weakenSettingsCommand,
} from "./commands";
import type { ExtraRecipient } from "./schema";

const tighten = actionWithRecentAuth(tightenSettingsCommand);
const weaken = actionWithStepUp(weakenSettingsCommand);
const setExtra = actionWithStepUp(setExtraRecipientsCommand);
const setOwnPace = actionWithRecentAuth(setOwnRemindersCommand);

/**
 * Saves settings. If one protects less than now, all of them take one step-up, else a recent proof. Which of the two it
 * is, is known only where they are read.
 */
export async function saveSettingsAction(raw: unknown): Promise<Result<{ saved: boolean }>> {
  const tightened = await tighten(raw);
  return tightened.ok && !tightened.data.saved ? weaken(raw) : tightened;
}

/** Sets how often the person who asks is reminded. Every month or as everybody, never off; a recent proof. */
export async function setOwnRemindersAction(raw: unknown): Promise<Result<{ pace: OwnPace }>> {
  return setOwnPace(raw);
}

/** Sets which addresses get every alert and reminder besides the Super Users. Takes a step-up. */
export async function setExtraRecipientsAction(raw: unknown): Promise<Result<{ recipients: ExtraRecipient[] }>> {
  return setExtra(raw);
}
