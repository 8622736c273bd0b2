import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";

const CONFLICT_TRIES = 8;
const CONFLICT_PAUSE_MS = 20;
const LONGEST_CONFLICT_PAUSE_MS = 800;
const MATOMO_BUSY_TRIES = 50;
const MATOMO_BUSY_PAUSE_MS = 100;
const LOST_COMMITS = 3;

/** How often one transaction is tried again. Each reason has a count of its own: waiting for one uses up no other. */
export class Patience {
  #conflicts = 0;
  #waits = 0;
  #lostCommits = 0;
  #lost: unknown;

  /** A COMMIT was not answered. */
  countLost(error: unknown): void {
    this.#lostCommits++;
    this.#lost = error;
  }

  /** Before the work runs once more. @throws AppError `database_unreachable`: the connection broke too often */
  requireMore(): void {
    if (this.#lostCommits >= LOST_COMMITS) throw new AppError("database_unreachable", { cause: this.#lost });
  }

  /**
   * Waits before another try, after an attempt that was rolled back.
   * @throws `error` when it is none to try again after; AppError `busy` when conflicts do not end
   */
  async pauseAfter(error: unknown, isConflict: boolean): Promise<void> {
    if (isConflict) {
      if (++this.#conflicts >= CONFLICT_TRIES) throw new AppError("busy", { cause: error });
      return pause(conflictPauseMs(this.#conflicts));
    }
    const isMatomoBusy = error instanceof AppError && error.code === "matomo_busy";
    if (!isMatomoBusy || ++this.#waits >= MATOMO_BUSY_TRIES) throw error;
    return pause(MATOMO_BUSY_PAUSE_MS);
  }
}

/** Longer each time, and never the same for two that met each other. */
export function conflictPauseMs(conflicts: number): number {
  const longest = Math.min(CONFLICT_PAUSE_MS * 2 ** conflicts, LONGEST_CONFLICT_PAUSE_MS);
  return longest * (0.5 + Math.random() / 2);
}

async function pause(ms: number): Promise<void> {
  await sleep(ms);
}
