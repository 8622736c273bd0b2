import { type Link, rememberedLog } from "@/lib/ledger/audit/memory";
import { plus, SECOND_MS } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";

/** The events that say that the log went back. */
export const IS_ANNOUNCEMENT = { type: "log.went-back" } as const;

/** What this process remembers beside the log as it is. */
type Comparison = {
  /** what was compared */
  remembered: readonly Link[];
  newest: Link | null;
  /** hashes of the events that say that the log went back */
  tellings: readonly string[];
  /** the last event before everything that is gone, and the newest that is; null: all that is remembered stands */
  gap: { lastKept: Link | null; lastGone: Link } | null;
};

/** How far the clocks of two servers may be apart. No server takes over in less. */
const CLOCKS_APART_MS = 5 * SECOND_MS;
const LINK = { seq: true, hash: true, at: true } as const;

/** Compares what this process remembers with the log. Three statements, a fourth when something is gone. */
export async function compareLog(db: DbClient): Promise<Comparison> {
  const { links: remembered } = rememberedLog();
  const newest = await db.auditEvent.findFirst({ orderBy: { seq: "desc" }, select: LINK });
  const status = await db.auditEvent.findMany({
    where: { seq: { in: remembered.map(({ seq }) => seq) } },
    select: LINK,
  });
  const tellings = (await db.auditEvent.findMany({ where: IS_ANNOUNCEMENT, select: { hash: true } })).map(
    ({ hash }) => hash,
  );
  const hashes = new Map(status.map(({ seq, hash }) => [seq, hash]));
  const gone = remembered.filter(({ seq, hash }) => hashes.get(seq) !== hash).sort((a, b) => Number(a.seq - b.seq));
  const [firstGone, lastGone] = [gone[0], gone.at(-1)];
  if (!firstGone || !lastGone) return { remembered, newest, tellings, gap: null };
  // What took the place of the lost events was written after them.
  const lastKept = await db.auditEvent.findFirst({
    where: { seq: { lt: firstGone.seq }, at: { lte: plus(firstGone.at, CLOCKS_APART_MS) } },
    orderBy: { seq: "desc" },
    select: LINK,
  });
  return { remembered, newest, tellings, gap: { lastKept, lastGone } };
}
