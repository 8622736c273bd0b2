import type { SuperUser } from "@/lib/auth/session";
import type { RecentProof, StepUp } from "@/lib/auth/step-up";
import { type Cadence, SETTINGS } from "@/lib/ledger/settings/terms";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { changeSetting } from "./change-setting";

type Deed = { superUser: SuperUser; at: Date };

/** Reminders every month instead of every week. Weaker, so it takes a fresh proof; every Super User is alerted. */
export function slowReminders(tx: Tx, deed: Deed & { proof: StepUp }): Promise<{ cadence: Cadence }> {
  if (deed.proof.action !== SETTINGS["reminder-cadence"].stepUp) throw new AppError("proof_foreign");
  return changeCadence(tx, "monthly", deed);
}

/** Reminders every week again. Every Super User is alerted. */
export function quickenReminders(tx: Tx, deed: Deed & { proof: RecentProof }): Promise<{ cadence: Cadence }> {
  return changeCadence(tx, "weekly", deed);
}

async function changeCadence(tx: Tx, to: Cadence, { superUser, at }: Deed): Promise<{ cadence: Cadence }> {
  await changeSetting(tx, { superUser, setting: "reminder-cadence", to, at });
  return { cadence: to };
}
