import type { DbClient } from "@/lib/platform/db/client";
import type { Sql } from "@/lib/platform/db/sql";
import type { ChainedFields } from "./chain";
import type { ChainHead, StoredEvent } from "./walk-chain";
import { withOrigins } from "./with-origins";

const PAGE = 1_000;
/** Fewer, because somebody waits for each page of them. */
const MATCHING_PAGE = 500;

/** Every event up to `last` with its origin, oldest first, in pages of 1,000. Two statements a page. */
export async function* storedEvents(db: DbClient, last: bigint): AsyncGenerator<StoredEvent> {
  for (let seq = 0n; ; ) {
    const events = await db.auditEvent.findMany({
      where: { seq: { gt: seq, lte: last } },
      orderBy: { seq: "asc" },
      take: PAGE,
    });
    yield* await withOrigins(db, events);
    const newest = events.at(-1);
    if (!newest || events.length < PAGE) return;
    seq = newest.seq;
  }
}

/** The events up to `last` that match a condition, oldest first, a page of 500 at a time. Two statements a page. */
export async function* matchingEvents(
  db: DbClient,
  last: bigint,
  where: Sql,
): AsyncGenerator<(ChainedFields & { hash: string })[]> {
  for (let seq = 0n; ; ) {
    const found = await db.$queryRaw<{ seq: bigint | number }[]>`
      SELECT seq FROM portal_audit_event WHERE seq > ${seq} AND seq <= ${last} AND ${where}
      ORDER BY seq LIMIT ${MATCHING_PAGE}`;
    const seqs = found.map((row) => BigInt(row.seq));
    if (seqs.length > 0) yield await db.auditEvent.findMany({ where: { seq: { in: seqs } }, orderBy: { seq: "asc" } });
    const newest = seqs.at(-1);
    if (newest === undefined || seqs.length < MATCHING_PAGE) return;
    seq = newest;
  }
}

/** The newest link of the chain; null when the row is gone. */
export async function readHead(db: DbClient): Promise<ChainHead | null> {
  return db.auditHead.findUnique({ where: { id: 1 }, select: { seq: true, hash: true } });
}
