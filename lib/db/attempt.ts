import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import type { Db, Reader } from "./client";
import { insertIgnore, lockedForUpdate } from "./sql";

/** What `work` came to, and what shall happen once it is committed. */
export type Done<T> = { result: T; effects: readonly (() => void)[] };

/** Longer than any COMMIT takes that will be answered. */
const COMMIT_MS = 10_000;

/** The mark of this transaction is in the database already: an earlier attempt was committed. */
class MarkStands extends Error {}

/** One try to commit the transaction with this mark, and how far it came. */
export class Attempt<T> {
  /** What the work came to. Once it is there the COMMIT may be on its way. */
  done: Done<T> | null = null;
  /** The mark was not there and nobody else's can come any more: every earlier attempt was rolled back. */
  isFresh = false;
  #isGivenUp = false;

  constructor(
    readonly client: Db,
    readonly mark: string,
    readonly work: (reader: Reader) => Promise<Done<T>>,
  ) {}

  /**
   * Runs the work and commits.
   * @param until how long to wait for the mutex (as `performance.now()` counts); without it as long as the database
   *   does. Given up then, also while the database is silent, and rolled back whenever it speaks again.
   * @returns null when an earlier attempt was committed
   * @throws AppError `database_unreachable` when it was given up
   */
  async commit(until?: number): Promise<Done<T> | null> {
    const silence = new Silence();
    if (until !== undefined) silence.from(until - performance.now(), () => this.#giveUp());
    const ending = this.client.$transaction(async (reader) => {
      await this.#takeMutex(reader);
      silence.over();
      this.done = await this.work(reader);
      silence.from(COMMIT_MS);
      return this.done;
    });
    try {
      return await Promise.race([ending, silence.promise]);
    } catch (error) {
      if (error instanceof MarkStands) return null;
      throw error;
    } finally {
      silence.over();
    }
  }

  #giveUp(): void {
    this.#isGivenUp = true;
  }

  /**
   * Locks the head of the audit chain and leaves the mark. An attempt that is still being committed or rolled back
   * holds both, so this waits until it is known.
   */
  async #takeMutex(reader: Reader): Promise<void> {
    const written = await reader.$executeRaw`
      ${insertIgnore()} INTO portal_commit (id, at)
      SELECT ${this.mark}, ${now()} FROM portal_audit_head WHERE id = 1 ${lockedForUpdate()}`;
    if (this.#isGivenUp) throw new AppError("database_unreachable");
    if (written === 0) throw await this.#whyNotWritten(reader);
    this.isFresh = true;
  }

  async #whyNotWritten(reader: Reader): Promise<Error> {
    const stands = await reader.commit.count({ where: { id: this.mark } });
    return stands > 0 ? new MarkStands() : new Error("The audit log has no chain head: portal_audit_head was emptied.");
  }
}

/** A promise that fails when nothing is heard for too long. */
class Silence {
  #timer: NodeJS.Timeout | undefined;
  #fail: (error: Error) => void = () => {};
  readonly promise = new Promise<never>((_, reject) => {
    this.#fail = reject;
  });

  from(ms: number, alsoThen: () => void = () => {}): void {
    this.over();
    this.#timer = setTimeout(() => {
      alsoThen();
      this.#fail(new AppError("database_unreachable"));
    }, ms);
  }

  over(): void {
    clearTimeout(this.#timer);
  }
}
