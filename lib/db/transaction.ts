import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { type Db, db, type Reader } from "./client";
import { isConflict, translateDatabaseError } from "./errors";

/**
 * An open transaction that holds the portal's write mutex. Only `inTransaction` makes one (the class is not
 * exported), so a write that takes a `Tx` cannot be called outside a transaction.
 */
class OpenTransaction {
  readonly #minted = true;
  /** Run in order once the commit has happened, never after a rollback or for an attempt that is tried again. */
  readonly afterCommit: (() => void)[] = [];
  constructor(readonly db: Reader) {}
  get isMinted(): boolean {
    return this.#minted;
  }
}
export type Tx = OpenTransaction;

const CONFLICT_TRIES = 5;
const MATOMO_BUSY_TRIES = 50;
const BUSY_PAUSE_MS = 100;

/**
 * Runs `work` in one transaction and commits, or changes nothing and throws.
 *
 * The first statement locks the head of the audit chain, so the portal's writes come one after another whatever the
 * number of servers, and everything read after it is newer than the last portal write. Deadlocks (P2034) are tried
 * again; a change lock held by Matomo is waited for as Matomo waits (fact 2.7: every 100 ms, at most 50 times).
 * `work` may therefore run more than once and must have no effect outside the transaction; what shall happen outside
 * goes into `tx.afterCommit`. What fails there is logged: the commit stands, and the caller must not think otherwise.
 *
 * Throws whatever `work` throws; database failures come as `AppError`.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>, client: Db = db()): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { result, tx } = await client.$transaction(async (reader) => {
        await reader.$executeRaw`UPDATE portal_audit_head SET id = 1 WHERE id = 1`;
        const open = new OpenTransaction(reader);
        return { result: await work(open), tx: open };
      });
      for (const effect of tx.afterCommit) run(effect);
      return result;
    } catch (error) {
      const mayRetry =
        (isConflict(error) && attempt < CONFLICT_TRIES) ||
        (error instanceof AppError && error.code === "matomo_busy" && attempt < MATOMO_BUSY_TRIES);
      if (!mayRetry) throw translateDatabaseError(error);
      await sleep(BUSY_PAUSE_MS);
    }
  }
}

function run(effect: () => void): void {
  try {
    effect();
  } catch (error) {
    logger().error({ err: error }, "an effect of a committed transaction failed");
  }
}
