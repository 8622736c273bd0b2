import type { DbClient } from "@/lib/platform/db/client";
import type { StoredOrigin } from "./origin";
import type { Origin } from "./schema";

/** An event with from where it came; null: from nowhere, forgotten, or kept in the event itself (older ones). */
export type WithOrigin<E> = E & { origin: StoredOrigin | null };

/** Puts beside these events from where they came. One statement. */
export async function withOrigins<E extends { seq: bigint }>(
  db: DbClient,
  events: readonly E[],
): Promise<WithOrigin<E>[]> {
  const origins = await db.auditOrigin.findMany({ where: { seq: { in: events.map(({ seq }) => seq) } } });
  const bySeq = new Map(origins.map(({ seq, ...origin }) => [seq, origin]));
  return events.map((event) => ({ ...event, origin: bySeq.get(event.seq) ?? null }));
}

/** From where an event came, wherever that is kept; what is not known (any more) is null. */
export function originOf({ ip, userAgent, sessionRef, origin }: WithOrigin<Origin>): Origin {
  return {
    ip: ip ?? origin?.ip ?? null,
    userAgent: userAgent ?? origin?.userAgent ?? null,
    sessionRef: sessionRef ?? origin?.sessionRef ?? null,
  };
}
