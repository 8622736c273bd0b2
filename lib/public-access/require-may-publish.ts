import { isTwoFactor } from "@/lib/auth/schema";
import type { StepUp } from "@/lib/auth/step-up";
import type { Tx } from "@/lib/db/transaction";
import { requireUndo } from "@/lib/db/undo";
import { AppError } from "@/lib/errors";
import { publishingNeedsSecondFactor } from "@/lib/settings/second-factor-rule";
import { requireUnlocked } from "./lock-state";

/**
 * What publishing, publishing again and publishing for longer have in common.
 * @throws AppError `access_locked` while nothing may be public; `second_factor_missing` while publishing needs one and
 *   `proof` has none; `tables_not_transactional` while a change that fails half way could not be undone
 */
export async function requireMayPublish(tx: Tx, proof: StepUp): Promise<void> {
  await requireUnlocked(tx.db);
  await requireUndo(tx);
  if (!isTwoFactor(proof.method) && (await publishingNeedsSecondFactor(tx.db))) {
    throw new AppError("second_factor_missing");
  }
}
