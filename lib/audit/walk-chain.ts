import { type ChainedFields, GENESIS_HASH, hashEvent } from "./chain";

/** One event as it is stored. */
export type StoredEvent = ChainedFields & { hash: string };
/** The newest link: number and hash of the last event. */
export type ChainHead = { seq: bigint; hash: string };

export type Verdict = { ok: true; events: number; hash: string } | { ok: false; seq: string; problem: string };

/**
 * Walks a chain from its first event to its head, from wherever the events come, in constant memory.
 * @param events in the order in which they are kept
 * @param readHead asked after the last event
 * @returns how many events there are and the hash of the newest, or the first event that was edited, is missing or
 *   stands in another place
 */
export async function walkChain(events: AsyncIterable<StoredEvent>, readHead: () => ChainHead): Promise<Verdict> {
  let seq = 0n;
  let hash = GENESIS_HASH;
  for await (const event of events) {
    if (event.seq !== seq + 1n) return event.seq > seq ? broken(seq + 1n, "is missing") : broken(event.seq, MOVED);
    if (event.prevHash !== hash) return broken(event.seq, "does not follow the event before it");
    if (hashEvent(event) !== event.hash) return broken(event.seq, "was edited");
    seq = event.seq;
    hash = event.hash;
  }
  const head = readHead();
  if (head.seq > seq) return broken(seq + 1n, "is missing");
  if (head.hash !== hash) return broken(seq, "is not what the chain head says");
  return { ok: true, events: Number(seq), hash };
}

const MOVED = "stands in another place";

/** The chain is broken at this event. */
export function broken(seq: bigint, problem: string): Extract<Verdict, { ok: false }> {
  return { ok: false, seq: seq.toString(), problem };
}
