import { isTwoFactor } from "@/lib/auth/schema";
import type { StepUp } from "@/lib/auth/step-up";
import type { Tx } from "@/lib/platform/db/transaction";
import { requireUndo } from "@/lib/platform/db/undo";
import { AppError } from "@/lib/platform/errors";
import { publishingNeedsSecondFactor } from "./second-factor-rule";

/**
 * What publishing, restoring and publishing for longer have in common.
 * @throws AppError `second_factor_missing` while publishing needs one and `proof` has none; `tables_not_transactional`
 *   while a change that fails half way could not be undone
 */
export async function requireMayPublish(tx: Tx, proof: StepUp): Promise<void> {
  await requireUndo(tx);
  if (!isTwoFactor(proof.method) && (await publishingNeedsSecondFactor(tx.db))) {
    throw new AppError("second_factor_missing");
  }
}
