import type { z } from "zod";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { writeRow } from "./write-row";

/** Instance-wide states, by where `portal_setting` keeps them: as JSON, or empty while they are off. */
type StateName = "publishing.block";
/** Who changes what Super Users must know of, when, and the number of the event that tells of it: it is recorded first. */
export type Told = { by: string; at: Date; eventSeq: bigint };

/**
 * What is stored of a state; null while it is off.
 * @throws ZodError or SyntaxError when it cannot be understood: nothing is taken for off because of that
 */
export async function readState<S extends z.ZodType>(
  db: DbClient,
  name: StateName,
  schema: S,
): Promise<z.output<S> | null> {
  const setting = await db.setting.findUnique({ where: { name } });
  return setting === null || setting.value === "" ? null : schema.parse(JSON.parse(setting.value));
}

/** Stores a state, or null for off. */
export function writeState(tx: Tx, name: StateName, state: object | null, { by, at }: Told): Promise<void> {
  const value = state === null ? "" : JSON.stringify(state);
  return writeRow(tx, { name, value, updatedBy: by, updatedAt: at });
}
