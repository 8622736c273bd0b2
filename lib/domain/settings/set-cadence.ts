import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth, StepUp } from "@/lib/auth/step-up";
import { type Cadence, SETTINGS } from "@/lib/ledger/settings/terms";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { changeSetting } from "./change-setting";

type Command = { superUser: SuperUser; now: Date };

/** Reminders every month instead of every week. Weaker, so it takes a fresh proof; every Super User is alerted. */
export function slowReminders(tx: Tx, command: Command & { proof: StepUp }): Promise<{ cadence: Cadence }> {
  if (command.proof.action !== SETTINGS["reminder-cadence"].stepUp) throw new AppError("proof_foreign");
  return changeCadence(tx, "monthly", command);
}

/** Reminders every week again. Every Super User is alerted. */
export function quickenReminders(tx: Tx, command: Command & { proof: RecentAuth }): Promise<{ cadence: Cadence }> {
  return changeCadence(tx, "weekly", command);
}

async function changeCadence(tx: Tx, to: Cadence, { superUser, now }: Command): Promise<{ cadence: Cadence }> {
  await changeSetting(tx, { superUser, setting: "reminder-cadence", to, at: now });
  return { cadence: to };
}
