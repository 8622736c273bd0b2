import { isTwoFactor } from "@/lib/auth/schema";
import type { SuperUser } from "@/lib/auth/session";
import { readSetting } from "@/lib/ledger/settings/store";
import type { SecondFactorRule } from "@/lib/ledger/settings/terms";
import { matomoRequiresSecondFactor } from "@/lib/matomo/second-factor-required";
import type { DbClient } from "@/lib/platform/db/client";

/** The rule as it stands. */
export async function readSecondFactorRule(db: DbClient): Promise<SecondFactorRule> {
  const choice = await readSetting(db, "second-factor");
  return { choice, demandedByMatomo: await matomoRequiresSecondFactor(db) };
}

/** Whether publishing takes a second factor: a Super User chose so, or Matomo demands it of everybody (S4). */
export async function publishingNeedsSecondFactor(db: DbClient): Promise<boolean> {
  const { choice, demandedByMatomo } = await readSecondFactorRule(db);
  return choice === "required" || demandedByMatomo;
}

/** Whether a step-up of this person proves two factors: Matomo asks them for a code, or their single sign-on did. */
export function provesTwoFactors({ hasSecondFactor, method }: SuperUser): boolean {
  return hasSecondFactor || isTwoFactor(method);
}
