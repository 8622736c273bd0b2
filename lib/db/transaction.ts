import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { Attempt, type Done } from "./attempt";
import { type Db, db, type Reader } from "./client";
import { isConflict, translateDatabaseError } from "./errors";
import { Patience } from "./patience";

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

/** How long a COMMIT that was not answered is asked after. An action answers within 4 s, whatever breaks. */
const READ_BACK_MS = 3_000;
const READ_BACK_PAUSE_MS = 100;

/**
 * Runs `work` in one transaction and commits, or changes nothing and throws.
 *
 * The first statement locks the head of the audit chain, so the portal's writes come one after another whatever the
 * number of servers, and everything read after it is newer than the last portal write. It leaves the transaction's
 * mark, too. Conflicts are tried again; a change lock held by Matomo is waited for as Matomo waits (fact 2.7).
 * `work` may therefore run more than once and must have no effect outside the transaction; what shall happen outside
 * goes into `tx.afterCommit`. What fails there is logged: the commit stands, and the caller must not think otherwise.
 *
 * A COMMIT that was not answered may stand or not. The same mark is written once more, over a new connection: where it
 * is there already, the change stands and its result is returned; where it is not, it never can be again, and `work`
 * runs anew. Neither is guessed.
 *
 * Throws whatever `work` throws; database failures come as `AppError`. `outcome_unknown` alone leaves open whether the
 * change was made; after everything else it was not.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>, client: Db = db()): Promise<T> {
  const mark = randomUUID();
  const patience = new Patience();
  const runWork = async (reader: Reader): Promise<Done<T>> => {
    patience.requireMore();
    const tx = new OpenTransaction(reader);
    return { result: await work(tx), effects: tx.afterCommit };
  };
  let unanswered: Unanswered<T> | null = null;
  for (;;) {
    const attempt: Attempt<T> = new Attempt(client, mark, runWork);
    try {
      const done: Done<T> | null = await attempt.commit(unanswered?.until);
      // Its mark is there: what was not answered was committed.
      const { result, effects } = done ?? required(unanswered).done;
      for (const effect of effects) run(effect);
      return result;
    } catch (error) {
      if (attempt.done && !isConflict(error)) {
        unanswered = { done: attempt.done, until: performance.now() + READ_BACK_MS };
        patience.countLost(error);
      } else if (unanswered && !attempt.isFresh) {
        if (performance.now() >= unanswered.until) throw new AppError("outcome_unknown", { cause: error });
        await sleep(READ_BACK_PAUSE_MS);
      } else {
        unanswered = null;
        await patience.pauseAfter(translateDatabaseError(error), isConflict(error));
      }
    }
  }
}

type Unanswered<T> = { done: Done<T>; until: number };

function required<T>(unanswered: Unanswered<T> | null): Unanswered<T> {
  if (!unanswered) throw new Error("the mark of a transaction was there before it");
  return unanswered;
}

function run(effect: () => void): void {
  try {
    effect();
  } catch (error) {
    logger().error({ err: error }, "an effect of a committed transaction failed");
  }
}
