import { readState, writeState } from "@/lib/ledger/settings/stored-state";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type LockState, lockStateSchema } from "./schema";

/** Who said that nothing may be public, since when and why; null while sites may be. */
export function readLock(reader: DbClient): Promise<LockState | null> {
  return readState(reader, "publishing.lock", lockStateSchema);
}

/** @throws AppError `access_locked` while nothing may be public */
export async function requireUnlocked(reader: DbClient): Promise<void> {
  if ((await readLock(reader)) !== null) throw new AppError("access_locked");
}

/** Stores the lock, or null for none. */
export function writeLock(tx: Tx, lock: LockState | null, login: string, at: Date): Promise<void> {
  return writeState(tx, "publishing.lock", lock, login, at);
}
