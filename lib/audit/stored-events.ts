import type { Reader } from "@/lib/db/client";
import type { ChainHead, StoredEvent } from "./walk-chain";

const PAGE = 1_000;

/** Every event up to `last`, oldest first, in pages of 1,000. */
export async function* storedEvents(db: Reader, last: bigint): AsyncGenerator<StoredEvent> {
  for (let seq = 0n; ; ) {
    const events = await db.auditEvent.findMany({
      where: { seq: { gt: seq, lte: last } },
      orderBy: { seq: "asc" },
      take: PAGE,
    });
    yield* events;
    const newest = events.at(-1);
    if (!newest || events.length < PAGE) return;
    seq = newest.seq;
  }
}

/** The newest link of the chain; null when the row is gone. */
export async function readHead(db: Reader): Promise<ChainHead | null> {
  return db.auditHead.findUnique({ where: { id: 1 }, select: { seq: true, hash: true } });
}
