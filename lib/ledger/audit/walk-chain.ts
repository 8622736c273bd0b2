import { type ChainedFields, GENESIS_HASH, hashEvent } from "./chain";
import { forgottenBy } from "./forgotten";
import { digestOf } from "./origin";
import { isAnother, type Seen } from "./seen";
import type { WithOrigin } from "./with-origins";

/** One event as it is stored, with from where it came. */
export type StoredEvent = WithOrigin<ChainedFields & { hash: string }>;
/** The newest link: number and hash of the last event. */
export type ChainHead = { seq: bigint; hash: string };

export type Verdict = { ok: true; events: number; hash: string } | { ok: false; seq: string; problem: string };

type Walk = {
  /** in the order in which they are kept */
  events: AsyncIterable<StoredEvent>;
  /** up to which event the log says that origins were deleted: of these none need be there */
  forgotten: bigint;
  /** asked after the last event */
  readHead: () => ChainHead;
  /** what the log was seen to hold */
  seen?: readonly Seen[];
};

/**
 * Walks a chain from its first event to its head, from wherever the events come, in constant memory.
 * @returns how many events there are and the hash of the newest, or the first event that was edited, is missing,
 *   stands in another place, is another than was seen, or of which nobody can tell any more from where it came though
 *   that was still to be kept
 */
export async function walkChain({ events, forgotten, readHead, seen = [] }: Walk): Promise<Verdict> {
  let seq = 0n;
  let hash = GENESIS_HASH;
  let announcedUpTo = 0n;
  for await (const event of events) {
    if (event.seq !== seq + 1n) return event.seq > seq ? broken(seq + 1n, "is missing") : broken(event.seq, MOVED);
    if (event.prevHash !== hash) return broken(event.seq, "does not follow the event before it");
    if (hashEvent(event) !== event.hash || !fitsItsOrigin(event)) return broken(event.seq, "was edited");
    if (event.originDigest !== null && event.origin === null && event.seq > forgotten) return broken(event.seq, TAKEN);
    if (isAnother(event, seen)) return broken(event.seq, OTHERWISE);
    seq = event.seq;
    hash = event.hash;
    announcedUpTo = forgottenBy(event) ?? announcedUpTo;
  }
  const head = readHead();
  if (head.seq > seq) return broken(seq + 1n, "is missing");
  if (head.hash !== hash) return broken(seq, "is not what the chain head says");
  const last = seq;
  const missing = seen.find((one) => one.seq > last);
  if (missing) return broken(missing.seq, "was seen, and is missing");
  if (announcedUpTo < forgotten) return broken(announcedUpTo + 1n, TAKEN);
  return { ok: true, events: Number(seq), hash };
}

function fitsItsOrigin({ origin, originDigest }: StoredEvent): boolean {
  return origin === null || digestOf(origin) === originDigest;
}

const MOVED = "stands in another place";
const OTHERWISE = "has another hash than was seen: the log was written anew";
/** The event itself is as it was. */
export const TAKEN = "lost its address and browser before their time";

/** The chain is broken at this event. */
export function broken(seq: bigint, problem: string): Extract<Verdict, { ok: false }> {
  return { ok: false, seq: seq.toString(), problem };
}
