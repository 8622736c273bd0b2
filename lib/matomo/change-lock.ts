import { randomUUID } from "node:crypto";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { noteUndo } from "@/lib/platform/db/undo";
import { AppError } from "@/lib/platform/errors";

// Matomo's own lock for permission changes of one login (docs/matomo.md#change-lock): key in table `locks`, held while
// now <= expiry_time. Taken and released inside the transaction, it is gone with it, whatever happens.
const KEY = "UsersManager.changePermissionsanonymous";
const TTL_SECONDS = 60;
/** Matomo takes it for a minute. A row that says more than this, whatever the clocks, was left over. */
const LONGEST_SECONDS = 3_600;

/** Whether Matomo is changing permissions of `anonymous` at this moment. A row that was left over says nothing. */
export async function isMatomoChanging(reader: DbClient, at: Date): Promise<boolean> {
  const nowSeconds = Math.floor(at.getTime() / 1000);
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT 1 FROM \`matomo_locks\`
    WHERE \`key\` = ${KEY} AND expiry_time >= ${nowSeconds} AND expiry_time <= ${nowSeconds + LONGEST_SECONDS}`;
  return rows.length > 0;
}

/**
 * Runs `change` under the lock that Matomo takes for permission changes of `anonymous`.
 * @throws AppError `matomo_busy` while Matomo holds it; `inTransaction` then waits and tries again
 */
export async function underChangeLock<T>(tx: Tx, at: Date, change: () => Promise<T>): Promise<T> {
  const canUndo = await noteUndo(tx);
  const nowSeconds = Math.floor(at.getTime() / 1000);
  const token = randomUUID();
  // A row replaced counts as two on MySQL: the expired one and the new one.
  const taken = await tx.db.$executeRaw`
    REPLACE INTO \`matomo_locks\` (\`key\`, \`value\`, expiry_time)
    SELECT ${KEY}, ${token}, ${nowSeconds + TTL_SECONDS} FROM portal_audit_head
    WHERE id = 1 AND NOT EXISTS (
      SELECT 1 FROM \`matomo_locks\` WHERE \`key\` = ${KEY} AND expiry_time >= ${nowSeconds})`;
  if (taken === 0) throw new AppError("matomo_busy");
  const release = () => tx.db.$executeRaw`DELETE FROM \`matomo_locks\` WHERE \`key\` = ${KEY} AND \`value\` = ${token}`;
  try {
    const result = await change();
    await release();
    return result;
  } catch (error) {
    // No rollback would: Matomo and the next try would wait until it expires. What failed first is what counts.
    if (!canUndo) await release().catch(() => {});
    throw error;
  }
}
