import { setTimeout as sleep } from "node:timers/promises";
import { SqlError } from "mariadb";
import { SECOND_MS } from "@/lib/platform/clock";
import { MigrationError } from "./migration-error";
import { isConflict, type MigrationSession } from "./migration-session";

const LOCK_WAIT_TIMEOUT = 1205;
const LONGEST_MS = 3 * SECOND_MS;
const LONGEST_PAUSE_MS = 200;

/** A connection that is made when it is first used, and made anew when it was cut. */
export class LastingSession {
  readonly #open: () => Promise<MigrationSession>;
  #session: Promise<MigrationSession> | undefined;

  constructor(open: () => Promise<MigrationSession>) {
    this.#open = open;
  }

  /**
   * Does what comes to the same when it runs twice: tried again while it meets others or the connection breaks, for
   * three seconds at most. Throws what the last try threw.
   */
  async persistently<T>(statement: (session: MigrationSession) => Promise<T>): Promise<T> {
    const until = performance.now() + LONGEST_MS;
    for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await statement(await this.#connected());
      } catch (error) {
        if (!(isTaken(error) || isBroken(error)) || performance.now() >= until) throw error;
        await sleep(pause);
      }
    }
  }

  /** Closes it, if it is open. Never throws. */
  async end(): Promise<void> {
    await this.#session?.then((session) => session.end()).catch(() => {});
  }

  async #connected(): Promise<MigrationSession> {
    this.#session ??= this.#open();
    const asked = this.#session;
    const session = await asked.catch(() => undefined);
    if (session?.isOpen()) return session;
    if (this.#session === asked) this.#session = undefined;
    return session ? this.#connected() : asked;
  }
}

/** Somebody else is at the row, at this moment. */
export function isTaken(error: unknown): boolean {
  return isConflict(error) || (error instanceof SqlError && error.errno === LOCK_WAIT_TIMEOUT);
}

function isBroken(error: unknown): boolean {
  const cause = error instanceof MigrationError ? error.cause : error;
  return cause instanceof SqlError && cause.fatal;
}
