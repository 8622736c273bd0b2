import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { SqlError } from "mariadb";
import { SECOND_MS } from "@/lib/platform/clock";
import { isTaken, LastingSession } from "./lasting-session";
import { MigrationError } from "./migration-error";
import type { MigrationSession } from "./migration-session";

/** How often a run shows that it lives, how often one that waits looks, and for how long. */
export type LeaseTiming = { beatMs: number; pollMs: number; goneAfterPolls: number; waitMs: number };

/** A run that shows no sign of life for 20 s has ended, or is as good as that. */
export const USUAL_PACE: LeaseTiming = {
  beatMs: 3 * SECOND_MS,
  pollMs: SECOND_MS / 4,
  goneAfterPolls: 80,
  waitMs: 30 * SECOND_MS,
};

// A row and no GET_LOCK: that is known to one node of a cluster only. Everybody who takes the row or keeps it changes
// it, so that of two nodes that do so at once the cluster lets one commit.
const TABLE = `CREATE TABLE IF NOT EXISTS \`portal_migration_lease\` (
    \`id\` INTEGER PRIMARY KEY NOT NULL,
    \`holder\` VARCHAR(36) NOT NULL,
    \`beat\` INTEGER UNSIGNED NOT NULL
  ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci ENGINE = InnoDB`;
const LOOK = "SELECT `holder`, `beat` FROM `portal_migration_lease` WHERE `id` = 1";
const FIRST = "INSERT INTO `portal_migration_lease` (`id`, `holder`, `beat`) VALUES (1, ?, 1)";
const TAKE =
  "UPDATE `portal_migration_lease` SET `holder` = ?, `beat` = `beat` + 1 WHERE `id` = 1 AND `holder` = ? AND `beat` = ?";
const BEAT = "UPDATE `portal_migration_lease` SET `beat` = `beat` + 1 WHERE `id` = 1 AND `holder` = ?";
const GIVE_BACK =
  "UPDATE `portal_migration_lease` SET `holder` = '', `beat` = `beat` + 1 WHERE `id` = 1 AND `holder` = ?";

const NO_SUCH_TABLE = 1146;
const DUPLICATE = 1062;

type Seen = { holder: string; beat: number };

/**
 * The one run that may change something. While it lives the row changes; whoever waits takes it over when it saw no
 * change for long enough. No clock is compared: nodes may differ in that, and a machine that was halted counts nothing.
 */
export class MigrationLease {
  readonly #holder = randomUUID();
  readonly #session: LastingSession;
  readonly #pace: LeaseTiming;
  #timer: NodeJS.Timeout | undefined;
  #beat: Promise<void> | undefined;
  #isWanted = false;

  /** @param open connects; the lease has a connection of its own, which is free while the run's is at a long statement */
  constructor(open: () => Promise<MigrationSession>, pace: LeaseTiming) {
    this.#session = new LastingSession(open);
    this.#pace = pace;
  }

  /** Waits until it is this run's. Throws `MigrationError` when another is seen at work after the time to wait. */
  async take(): Promise<void> {
    this.#isWanted = true;
    const { pollMs, goneAfterPolls, waitMs } = this.#pace;
    const until = performance.now() + waitMs;
    let last: Seen | undefined;
    for (let polls = 0; ; ) {
      try {
        const seen = await this.#read();
        // The answer to an earlier try was lost.
        if (seen?.holder === this.#holder) break;
        const isSame = seen !== undefined && seen.holder === last?.holder && seen.beat === last.beat;
        polls = isSame ? polls + 1 : 0;
        if (!seen || seen.holder === "" || polls >= goneAfterPolls) {
          if (await this.#grab(seen)) break;
        } else if (last && !isSame && performance.now() >= until) throw stillRunning(waitMs);
        last = seen;
      } catch (error) {
        if (!isTaken(error) || performance.now() >= until) throw error;
      }
      await sleep(pollMs);
    }
    this.#timer = setInterval(() => this.#showLife(), this.#pace.beatMs).unref();
  }

  /** Shows that this run lives. Throws `MigrationError` when it is another's. */
  async renew(): Promise<void> {
    if ((await this.#session.persistently((session) => session.write(BEAT, [this.#holder]))) === 0) throw takenOver();
  }

  /** The same in the transaction of `session`, which commits nothing after another run took over. */
  async requireIn(session: MigrationSession): Promise<void> {
    if ((await session.write(BEAT, [this.#holder])) === 0) throw takenOver();
  }

  /** Gives it back if it is still this run's. Where that fails too, whoever comes next waits until it is over. */
  async release(): Promise<void> {
    if (!this.#isWanted) return;
    clearInterval(this.#timer);
    await this.#beat;
    await this.#session.persistently((session) => session.write(GIVE_BACK, [this.#holder])).catch(() => {});
    await this.#session.end();
  }

  /** One that waits behind a long statement of a cluster is not joined by others. What fails is found by the next. */
  #showLife(): void {
    if (this.#beat) return;
    const forget = () => {
      this.#beat = undefined;
    };
    this.#beat = this.renew().then(forget, forget);
  }

  async #read(): Promise<Seen | undefined> {
    const [row] = await this.#session.persistently((session) =>
      session.rows(LOOK).catch(async (error: unknown) => {
        if (!(error instanceof SqlError && error.errno === NO_SUCH_TABLE)) throw error;
        await session.write(TABLE);
        return session.rows(LOOK);
      }),
    );
    return row && { holder: String(row.holder), beat: Number(row.beat) };
  }

  async #grab(seen: Seen | undefined): Promise<boolean> {
    return (
      (await this.#session.persistently((session) =>
        seen
          ? session.write(TAKE, [this.#holder, seen.holder, seen.beat])
          : session.write(FIRST, [this.#holder]).catch(noneOfDuplicate),
      )) === 1
    );
  }
}

function noneOfDuplicate(error: unknown): number {
  if (error instanceof SqlError && error.errno === DUPLICATE) return 0;
  throw error;
}

function stillRunning(waitedMs: number): MigrationError {
  return new MigrationError(
    `Another migration of this database is still running. Waited ${waitedMs / SECOND_MS} s; try again.`,
  );
}

function takenOver(): MigrationError {
  return new MigrationError(
    "Another run has taken this migration over, because this one showed no sign of life: it was paused, or cut off from the database. It stopped before its next statement; the other one continues from there. Run this again to see that nothing is left to do.",
  );
}
