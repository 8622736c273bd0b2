import { logger } from "@/lib/platform/logger";
import { Attempt } from "./attempt";
import { type Db, type DbClient, db } from "./client";
import { isConflict } from "./errors";
import { Patience } from "./patience";
import { wasCommitted } from "./was-committed";

/**
 * An open transaction that holds the portal's write mutex. Only `inTransaction` makes one (the class is not
 * exported), so a write that takes a `Tx` cannot be called outside a transaction.
 */
class OpenTransaction {
  readonly #minted = true;
  /** Run in order once the commit has happened, never after a rollback or for an attempt that is tried again. */
  readonly afterCommit: (() => void)[] = [];
  constructor(readonly db: DbClient) {}
  get isMinted(): boolean {
    return this.#minted;
  }
}
export type Tx = OpenTransaction;

/**
 * Runs `work` in one transaction and commits, or changes nothing and throws.
 *
 * The first statement changes the head of the audit chain, so the portal's writes come one after another whatever the
 * number of servers and of database nodes, and everything read after it is newer than the last portal write. The last
 * one leaves the transaction's mark. Conflicts are tried again; a change lock held by Matomo is waited for as Matomo
 * waits (docs/matomo.md#change-lock). `work` may therefore run more than once and must have no effect outside the
 * transaction; what shall happen outside goes into `tx.afterCommit`. What fails there is logged: the commit stands, and
 * the caller must not think otherwise.
 *
 * A COMMIT that was not answered may stand or not. Its mark is looked for, over a new connection, in a way after which
 * it cannot come any more: where it is there the change stands and its result is returned; else `work` runs anew.
 * Neither is guessed.
 *
 * Throws whatever `work` throws; database failures come as `AppError`. `outcome_unknown` alone leaves open whether the
 * change was made; after everything else it was not.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>, client: Db = db()): Promise<T> {
  const patience = new Patience();
  const runWork = async (reader: DbClient) => {
    const tx = new OpenTransaction(reader);
    return { result: await work(tx), effects: tx.afterCommit };
  };
  for (;;) {
    patience.requireMore();
    const attempt = new Attempt(client, runWork);
    try {
      await attempt.commit();
    } catch (error) {
      if (!attempt.done || isConflict(error)) {
        await patience.pauseAfter(error);
        continue;
      }
      if (!(await wasCommitted(attempt.mark, client))) {
        patience.countLost(error);
        continue;
      }
    }
    const { result, effects } = attempt.required();
    for (const effect of effects) run(effect);
    return result;
  }
}

function run(effect: () => void): void {
  try {
    effect();
  } catch (error) {
    logger().error({ err: error }, "an effect of a committed transaction failed");
  }
}
