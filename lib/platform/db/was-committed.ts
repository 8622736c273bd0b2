import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/platform/errors";
import type { Db } from "./client";
import { takeHead } from "./take-head";

/** How long a COMMIT that was not answered is asked after. An action answers within 4 s, whatever breaks. */
const LONGEST_MS = 3_000;
const PAUSE_MS = 100;

/**
 * Whether the transaction that left `mark` was committed. It waits for whatever the broken connection still holds, and
 * ends with a change of the head that is committed itself: on one server the other transaction has ended by then, and
 * on a cluster it can be committed on no node any more.
 * @throws AppError `outcome_unknown` when that cannot be found out within 3 s
 */
export async function wasCommitted(mark: string, client: Db): Promise<boolean> {
  const until = performance.now() + LONGEST_MS;
  for (;;) {
    try {
      return await orGiveUp(findMark(mark, client), until);
    } catch (error) {
      if (performance.now() + PAUSE_MS >= until) throw new AppError("outcome_unknown", { cause: error });
      await sleep(PAUSE_MS);
    }
  }
}

/** May go on after it was given up: it changes nothing but who had the head last. */
async function findMark(mark: string, client: Db): Promise<boolean> {
  return client.$transaction(async (reader) => {
    await takeHead(reader, randomUUID());
    return (await reader.commit.count({ where: { id: mark } })) > 0;
  });
}

async function orGiveUp<T>(work: Promise<T>, until: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("database_unreachable")), until - performance.now());
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
