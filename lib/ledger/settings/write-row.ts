import type { Tx } from "@/lib/platform/db/transaction";

/** Stores one row of portal_setting. What it means, and who is notified, is the caller's. */
export async function writeRow(tx: Tx, name: string, value: string, updatedBy: string, updatedAt: Date): Promise<void> {
  await tx.db.setting.upsert({
    where: { name },
    create: { name, value, updatedBy, updatedAt },
    update: { value, updatedBy, updatedAt },
  });
}
