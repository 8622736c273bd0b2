import { readState, type Told, writeState } from "@/lib/ledger/settings/stored-state";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type BlockState, blockStateSchema } from "./schema";

/** Who blocked public access, since when and why; null while sites may be public. */
export function readBlock(reader: DbClient): Promise<BlockState | null> {
  return readState(reader, "publishing.block", blockStateSchema);
}

/** @throws AppError `access_blocked` while nothing may be public */
export async function requireNotBlocked(reader: DbClient): Promise<void> {
  if ((await readBlock(reader)) !== null) throw new AppError("access_blocked");
}

/** @throws AppError `block_changed` when another block is on than `blockId`, or none */
export async function requireBlock(reader: DbClient, blockId: number): Promise<BlockState> {
  const block = await readBlock(reader);
  if (block?.id !== blockId) throw new AppError("block_changed");
  return block;
}

/** Stores the block, or null for none. */
export function writeBlock(tx: Tx, block: BlockState | null, told: Told): Promise<void> {
  return writeState(tx, "publishing.block", block, told);
}

/** What the mails of one block have in common, from its beginning to its end. Named as older versions named the lock. */
export function blockThread({ at }: Pick<BlockState, "at">): string {
  return `lock/${at}`;
}
