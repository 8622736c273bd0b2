import { readState, writeState } from "@/lib/ledger/settings/stored-state";
import type { DbClient } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type PauseState, pauseStateSchema } from "./schema";

const storedPauseSchema = pauseStateSchema.omit({ siteCount: true });
type StoredPause = Omit<PauseState, "siteCount">;

/** The pause that is on and how many sites it put aside; null while there is none. */
export async function readPause(reader: DbClient): Promise<PauseState | null> {
  const pause = await readState(reader, "publishing.pause", storedPauseSchema);
  return pause && { ...pause, siteCount: await reader.pausedPublication.count() };
}

/** @throws AppError `access_paused` while a pause is on */
export async function requireNotPaused(reader: DbClient): Promise<void> {
  if ((await readState(reader, "publishing.pause", storedPauseSchema)) !== null) throw new AppError("access_paused");
}

/** @throws AppError `pause_changed` when the pause that is on is another one than `pauseId`, or there is none */
export async function requirePause(reader: DbClient, pauseId: number): Promise<void> {
  const pause = await readState(reader, "publishing.pause", storedPauseSchema);
  if (pause?.id !== pauseId) throw new AppError("pause_changed");
}

/** Stores the pause, or null for none. */
export function writePause(tx: Tx, pause: StoredPause | null, login: string, at: Date): Promise<void> {
  return writeState(tx, "publishing.pause", pause, login, at);
}
