import { randomUUID } from "node:crypto";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import type { Db, DbClient } from "./client";
import { takeHead } from "./take-head";

/** What `work` came to, and what shall happen once it is committed. */
type Done<T> = { result: T; effects: readonly (() => void)[] };

/** Longer than any COMMIT takes that will be answered. */
const COMMIT_MS = 10_000;

/** One try to do some work in one transaction, and how far it came. */
export class Attempt<T> {
  /** In the database exactly when this attempt was committed. */
  readonly mark = randomUUID();
  /** What the work came to. Once it is there the COMMIT may be on its way. */
  done: Done<T> | null = null;

  constructor(
    readonly client: Db,
    readonly work: (reader: DbClient) => Promise<Done<T>>,
  ) {}

  /** @throws AppError `database_unreachable` when the COMMIT is not answered for 10 s */
  async commit(): Promise<void> {
    let silence: NodeJS.Timeout | undefined;
    let fail: (error: Error) => void = () => {};
    const silent = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const ending = this.client.$transaction(async (reader) => {
      await takeHead(reader, this.mark);
      const done = await this.work(reader);
      await this.#leaveMark(reader);
      this.done = done;
      silence = setTimeout(() => fail(new AppError("database_unreachable")), COMMIT_MS);
    });
    try {
      await Promise.race([ending, silent]);
    } finally {
      clearTimeout(silence);
    }
  }

  /** What was committed. */
  required(): Done<T> {
    if (!this.done) throw new Error("a transaction was committed before its work was done");
    return this.done;
  }

  /**
   * Writes the mark where the head still has it, which this transaction alone can see.
   * @throws AppError `outcome_unknown` when the server has lost the transaction on the way, without a word
   */
  async #leaveMark(reader: DbClient): Promise<void> {
    const written = await reader.$executeRaw`
      INSERT INTO portal_commit (id, at)
      SELECT ${this.mark}, ${now()} FROM portal_audit_head WHERE id = 1 AND holder = ${this.mark}`;
    if (written === 1) return;
    throw new AppError("outcome_unknown", { cause: new Error("the database lost the beginning of a transaction") });
  }
}
