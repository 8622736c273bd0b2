import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { recordAudit } from "@/lib/ledger/audit/record";
import type { Tx } from "@/lib/platform/db/transaction";
import type { TypedText } from "@/lib/platform/typed-text-terms";
import { requireBlock, writeBlock } from "./block-state";

/**
 * Says afterwards why public access is blocked; who blocked it, and when, stays as it was. Recorded, all or nothing.
 *
 * @param command.proof the password, proven in this session within 15 minutes
 * @throws AppError `block_changed` when another block is on, or none
 */
export async function explainBlock(
  tx: Tx,
  command: { superUser: SuperUser; proof: RecentAuth; input: { blockId: number; reason: TypedText }; now: Date },
): Promise<{ reason: TypedText }> {
  const { superUser, input, now } = command;
  const { reason } = input;
  const block = await requireBlock(tx.db, input.blockId);
  await recordAudit(tx, { by: superUser, at: now, facts: { type: "public-access.block-explained", reason } });
  await writeBlock(tx, { ...block, reason }, superUser.login, now);
  return { reason };
}
