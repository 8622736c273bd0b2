import { isTwoFactor } from "@/lib/auth/schema";
import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth, StepUp } from "@/lib/auth/step-up";
import { readSetting } from "@/lib/ledger/settings/store";
import { SETTINGS, type SecondFactorChoice } from "@/lib/ledger/settings/terms";
import { matomoRequiresSecondFactor } from "@/lib/matomo/second-factor-required";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { changeSetting } from "./change-setting";

type Command = { superUser: SuperUser; now: Date };
type Outcome = { choice: SecondFactorChoice };

/** Publishing takes a second factor from now on. Every Super User is alerted. */
export function requireSecondFactor(tx: Tx, command: Command & { proof: RecentAuth }): Promise<Outcome> {
  return changeRule(tx, "required", command);
}

/**
 * Whoever has no second factor may publish too. Weaker, so it takes a fresh proof with two factors: a rule that a
 * stolen password can take away protects from no stolen password. Every Super User is alerted.
 * @throws AppError `second_factor_not_proven`; `second_factor_demanded` while Matomo demands one of everybody
 */
export async function waiveSecondFactor(tx: Tx, command: Command & { proof: StepUp }): Promise<Outcome> {
  if (command.proof.action !== SETTINGS["second-factor"].stepUp) throw new AppError("proof_foreign");
  if (await matomoRequiresSecondFactor(tx.db)) throw new AppError("second_factor_demanded");
  if ((await readSetting(tx.db, "second-factor")) === "required" && !isTwoFactor(command.proof.method)) {
    throw new AppError("second_factor_not_proven");
  }
  return changeRule(tx, "optional", command);
}

async function changeRule(tx: Tx, to: SecondFactorChoice, { superUser, now }: Command): Promise<Outcome> {
  await changeSetting(tx, { superUser, setting: "second-factor", to, at: now });
  return { choice: to };
}
