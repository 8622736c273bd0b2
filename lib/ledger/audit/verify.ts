import type { DbClient } from "@/lib/platform/db/client";
import { readForgotten } from "./forgotten";
import type { Seen } from "./seen";
import { readHead, storedEvents } from "./stored-events";
import { broken, TAKEN, type Verdict, walkChain } from "./walk-chain";

/**
 * Walks the whole chain in the database and names the first event that was edited, is missing, stands in another place,
 * is another than was `seen`, or lost its origin before its time. The portal may go on writing meanwhile: what it adds is not looked at.
 */
export async function verifyChain(db: DbClient, seen: readonly Seen[] = []): Promise<Verdict> {
  for (;;) {
    const head = await readHead(db);
    if (!head) return broken(0n, "has no chain head: the table portal_audit_head was emptied");
    const forgotten = await readForgotten(db, head.seq);
    const verdict = await walkChain({ events: storedEvents(db, head.seq), forgotten, readHead: () => head, seen });
    // The portal may have deleted origins during the walk: then the log says so by now.
    if (!verdict.ok && verdict.problem === TAKEN && (await saysMore(db, forgotten))) continue;
    return verdict.ok ? ((await eventBeyondHead(db)) ?? verdict) : verdict;
  }
}

async function saysMore(db: DbClient, forgotten: bigint): Promise<boolean> {
  const head = await readHead(db);
  return head !== null && (await readForgotten(db, head.seq)) > forgotten;
}

/** One statement, so that an event and the head that goes with it are seen together. */
async function eventBeyondHead(db: DbClient): Promise<Verdict | null> {
  const rows = await db.$queryRaw<{ seq: bigint | number | null }[]>`
    SELECT MIN(e.seq) AS seq FROM portal_audit_event e JOIN portal_audit_head h ON h.id = 1 WHERE e.seq > h.seq`;
  const seq = rows[0]?.seq ?? null;
  return seq === null ? null : broken(BigInt(seq), "stands after the chain head");
}
