import { createHash } from "node:crypto";

/** What the hash of an event covers, in this order. */
export type ChainedFields = {
  seq: bigint;
  at: Date;
  type: string;
  actorType: string;
  actorName: string;
  ip: string | null;
  userAgent: string | null;
  sessionRef: string | null;
  /** JSON text, byte for byte as stored */
  facts: string;
  prevHash: string;
};

/** The hash before the first event: 64 zeros. */
export const GENESIS_HASH = "0".repeat(64);

/** sha256, hex, over the event and the hash of the event before it. */
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
  ]);
  return createHash("sha256").update(canonical).digest("hex");
}
