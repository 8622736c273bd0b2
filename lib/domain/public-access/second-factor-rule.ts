import { isTwoFactor } from "@/lib/auth/schema";
import type { SuperUser } from "@/lib/auth/session";
import { readSetting } from "@/lib/ledger/settings/store";
import { matomoRequiresSecondFactor } from "@/lib/matomo/second-factor-required";
import type { DbClient } from "@/lib/platform/db/client";

/** Whether publishing takes a second factor: a Super User chose so, or Matomo demands it of everybody (S4). */
export async function publishingNeedsSecondFactor(db: DbClient): Promise<boolean> {
  return (await readSetting(db, "second-factor")) === "required" || (await matomoRequiresSecondFactor(db));
}

/** Whether a step-up of this person proves two factors: Matomo asks them for a code, or their single sign-on did. */
export function provesTwoFactors({ hasSecondFactor, method }: SuperUser): boolean {
  return hasSecondFactor || isTwoFactor(method);
}
