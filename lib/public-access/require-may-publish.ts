import { isTwoFactor } from "@/lib/auth/schema";
import type { StepUp } from "@/lib/auth/step-up";
import type { Tx } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { publishingNeedsSecondFactor } from "@/lib/settings/second-factor-rule";
import { requireUnlocked } from "./lock-state";

/**
 * What publishing, publishing again and publishing for longer have in common.
 * @throws AppError `access_locked` while nothing may be public; `second_factor_missing` while publishing needs one and
 *   `proof` has none
 */
export async function requireMayPublish(tx: Tx, proof: StepUp): Promise<void> {
  await requireUnlocked(tx.db);
  if (!isTwoFactor(proof.method) && (await publishingNeedsSecondFactor(tx.db))) {
    throw new AppError("second_factor_missing");
  }
}
