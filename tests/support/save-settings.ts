import { runWithRecentAuth, runWithStepUp } from "@/lib/auth/command";
import { tightenSettingsCommand, weakenSettingsCommand } from "@/lib/domain/settings/commands";
import type { SignedIn } from "./people";

/** Saves settings with the password of the last 15 minutes. `saved` false: one is weaker, and nothing was done. */
export const saveRecently = (person: SignedIn, values: Record<string, string>) =>
  runWithRecentAuth(tightenSettingsCommand, person.context, values);

/** Saves settings with the step-up that was made for it. */
export const saveSteppedUp = (person: SignedIn, values: Record<string, string>) =>
  runWithStepUp(weakenSettingsCommand, person.context, values);
