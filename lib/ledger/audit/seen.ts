/** A link of the chain as somebody saw it: in a mail, in a line of the log, in what a check printed. */
export type Seen = {
  seq: bigint;
  /** the hash, or its first digits: 12 or more */
  hash: string;
};

/** `1234:a1b2c3d4e5f6`, as mails say it; null when it is not that. */
export function parseSeen(text: string): Seen | null {
  const [, seq, hash] = /^([1-9]\d{0,18}):([0-9a-f]{12,64})$/.exec(text.trim()) ?? [];
  return seq && hash ? { seq: BigInt(seq), hash } : null;
}

/** Whether this event is none of those that were seen under its number. */
export function isAnother({ seq, hash }: Seen, seen: readonly Seen[]): boolean {
  return seen.some((one) => one.seq === seq && !hash.startsWith(one.hash));
}
