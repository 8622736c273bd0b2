import { createHash } from "node:crypto";

/** What the hash of an event covers, in this order. */
export type ChainedFields = {
  seq: bigint;
  at: Date;
  type: string;
  actorType: string;
  actorName: string;
  /** of events that are older than the table of origins; null in all others */
  ip: string | null;
  userAgent: string | null;
  sessionRef: string | null;
  /** JSON text, byte for byte as stored */
  facts: string;
  prevHash: string;
  /** salted digest of from where it came (lib/ledger/audit/origin.ts); null: from nowhere, or an older event */
  originDigest: string | null;
};

/** The hash before the first event: 64 zeros. */
export const GENESIS_HASH = "0".repeat(64);

/** sha256, hex, over the event and the hash of the event before it. Without a digest it is what it always was. */
export function hashEvent(event: ChainedFields): string {
  const canonical = JSON.stringify([
    event.seq.toString(),
    event.at.toISOString(),
    event.type,
    event.actorType,
    event.actorName,
    event.ip,
    event.userAgent,
    event.sessionRef,
    event.facts,
    event.prevHash,
    ...(event.originDigest === null ? [] : [event.originDigest]),
  ]);
  return createHash("sha256").update(canonical).digest("hex");
}
