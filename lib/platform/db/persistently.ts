import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/platform/errors";
import { isConflict, translateDatabaseError } from "./errors";
import { conflictPauseMs } from "./patience";

const LONGEST_MS = 3_000;

/**
 * Tries a statement outside a transaction again while it meets conflicts or the connection breaks, for three seconds
 * at most. Only for what comes to the same when it runs twice: whether a broken try was carried out is unknown.
 * @throws AppError when the database fails; anything else as it is
 */
export async function persistently<T>(statement: () => Promise<T>): Promise<T> {
  const until = performance.now() + LONGEST_MS;
  for (let tries = 1; ; tries++) {
    try {
      return await statement();
    } catch (error) {
      const known = translateDatabaseError(error);
      const isBroken = known instanceof AppError && known.code === "database_unreachable";
      if ((!isConflict(error) && !isBroken) || performance.now() >= until) throw known;
      await sleep(conflictPauseMs(tries));
    }
  }
}
