import type { Reader } from "@/lib/db/client";
import { GENESIS_HASH, hashEvent } from "./chain";

const PAGE = 1_000;

export type Verdict = { ok: true; events: number } | { ok: false; seq: string; problem: string };

/** Walks the whole chain and names the first event that was edited, is missing or stands in another place. */
export async function verifyChain(db: Reader): Promise<Verdict> {
  let seq = 0n;
  let hash = GENESIS_HASH;
  for (;;) {
    const events = await db.auditEvent.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: "asc" }, take: PAGE });
    for (const event of events) {
      if (event.seq !== seq + 1n) return broken(seq + 1n, "is missing");
      if (event.prevHash !== hash) return broken(event.seq, "does not follow the event before it");
      if (hashEvent(event) !== event.hash) return broken(event.seq, "was edited");
      seq = event.seq;
      hash = event.hash;
    }
    if (events.length < PAGE) break;
  }
  const head = await db.auditHead.findUnique({ where: { id: 1 } });
  if (!head) return broken(seq, "has no chain head: the table portal_audit_head was emptied");
  if (head.seq > seq) return broken(seq + 1n, "is missing");
  if (head.seq < seq || head.hash !== hash) return broken(seq, "is not what the chain head says");
  return { ok: true, events: Number(seq) };
}

function broken(seq: bigint, problem: string): Verdict {
  return { ok: false, seq: seq.toString(), problem };
}
