import type { Command, StepUpCommand } from "@/lib/auth/command";
import type { RecentAuth } from "@/lib/auth/step-up";
import { type OwnPace, settingNumbers } from "@/lib/ledger/settings/terms";
import { setOwnReminders, tightenSettings, weakenSettings } from "./save-settings";
import { type ExtraRecipient, saveSettingsSchema, setExtraRecipientsSchema, setOwnRemindersSchema } from "./schema";
import { setExtraRecipients } from "./set-extra-recipients";

/** Settings of which none protects less than now. `saved` false: one would, and nothing was done. */
export const tightenSettingsCommand: Command<typeof saveSettingsSchema, RecentAuth, { saved: boolean }> = {
  name: "save-settings",
  schema: saveSettingsSchema,
  run: (tx, context, input) => tightenSettings(tx, { ...context, input }),
};

/** Whatever settings: one step-up for exactly those that are saved at once. */
export const weakenSettingsCommand: StepUpCommand<typeof saveSettingsSchema, { saved: boolean }> = {
  name: "save-settings",
  action: "weaken-settings",
  schema: saveSettingsSchema,
  siteIds: (input) => settingNumbers(Object.keys(input)),
  run: (tx, context, input) => weakenSettings(tx, { ...context, input }),
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
  name: "set-extra-recipients",
  action: "set-extra-recipients",
  schema: setExtraRecipientsSchema,
  siteIds: () => [],
  run: (tx, context, input) => setExtraRecipients(tx, { ...context, ...input }),
};
