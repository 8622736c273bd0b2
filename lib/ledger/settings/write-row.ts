import { insertIgnore } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";

type Row = { name: string; value: string; updatedBy: string; updatedAt: Date };

/** Stores one row of portal_setting, which is written here alone. */
export async function writeRow(tx: Tx, { name, ...row }: Row): Promise<void> {
  await tx.db.setting.upsert({ where: { name }, create: { name, ...row }, update: row });
}

/** Stores one that is not there yet. @throws where it is */
export async function addRow(tx: Tx, row: Row): Promise<void> {
  await tx.db.setting.create({ data: row });
}

/** Stores one unless it is there. */
export async function addRowOnce(tx: Tx, { name, value, updatedBy, updatedAt }: Row): Promise<void> {
  await tx.db.$executeRaw`
    ${insertIgnore()} INTO portal_setting (name, value, updated_at, updated_by)
    VALUES (${name}, ${value}, ${updatedAt}, ${updatedBy})`;
}
