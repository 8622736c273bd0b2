import { isTwoFactor } from "@/lib/auth/schema";
import type { SuperUser } from "@/lib/auth/session";
import type { RecentProof, StepUp } from "@/lib/auth/step-up";
import { readSetting } from "@/lib/ledger/settings/store";
import { SETTINGS, type SecondFactorChoice } from "@/lib/ledger/settings/terms";
import { matomoRequiresSecondFactor } from "@/lib/matomo/second-factor-required";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { changeSetting } from "./change-setting";

type Deed = { superUser: SuperUser; at: Date };
type Outcome = { choice: SecondFactorChoice };

/** Publishing takes a second factor from now on. Every Super User is alerted. */
export function requireSecondFactor(tx: Tx, deed: Deed & { proof: RecentProof }): Promise<Outcome> {
  return changeRule(tx, "required", deed);
}

/**
 * Whoever has no second factor may publish too. Weaker, so it takes a fresh proof with two factors: a rule that a
 * stolen password can take away protects from no stolen password. Every Super User is alerted.
 * @throws AppError `second_factor_not_proven`; `second_factor_demanded` while Matomo demands one of everybody
 */
export async function waiveSecondFactor(tx: Tx, deed: Deed & { proof: StepUp }): Promise<Outcome> {
  if (deed.proof.action !== SETTINGS["second-factor"].stepUp) throw new AppError("proof_foreign");
  if (await matomoRequiresSecondFactor(tx.db)) throw new AppError("second_factor_demanded");
  if ((await readSetting(tx.db, "second-factor")) === "required" && !isTwoFactor(deed.proof.method)) {
    throw new AppError("second_factor_not_proven");
  }
  return changeRule(tx, "optional", deed);
}

async function changeRule(tx: Tx, to: SecondFactorChoice, { superUser, at }: Deed): Promise<Outcome> {
  await changeSetting(tx, { superUser, setting: "second-factor", to, at });
  return { choice: to };
}
