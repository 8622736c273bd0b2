import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/platform/errors";
import { isConflict, translateDatabaseError } from "./errors";

/** Somebody waits for the answer. */
const CONFLICTS_MS = 15_000;
const CONFLICT_PAUSE_MS = 20;
const LONGEST_CONFLICT_PAUSE_MS = 800;
const MATOMO_BUSY_TRIES = 50;
const MATOMO_BUSY_PAUSE_MS = 100;
const LOST_COMMITS = 3;

/** How often one transaction is tried again. Each reason has a count of its own: waiting for one uses up no other. */
export class Patience {
  readonly #until = performance.now() + CONFLICTS_MS;
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
   * @throws `error`, a database failure as an AppError, when it is none to try again after; AppError `busy` when
   *   conflicts do not end within 15 s
   */
  async pauseAfter(error: unknown): Promise<void> {
    if (isConflict(error)) {
      const ms = conflictPauseMs(++this.#conflicts);
      if (performance.now() + ms > this.#until) throw new AppError("busy", { cause: error });
      await sleep(ms);
      return;
    }
    const known = translateDatabaseError(error);
    const isMatomoBusy = known instanceof AppError && known.code === "matomo_busy";
    if (!isMatomoBusy || ++this.#waits >= MATOMO_BUSY_TRIES) throw known;
    await sleep(MATOMO_BUSY_PAUSE_MS);
  }
}

/** Any time up to a longest one, which grows: those that met each other come back apart, and none waits long each time. */
export function conflictPauseMs(conflicts: number): number {
  return Math.random() * Math.min(CONFLICT_PAUSE_MS * 2 ** conflicts, LONGEST_CONFLICT_PAUSE_MS);
}
