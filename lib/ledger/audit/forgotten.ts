import type { DbClient } from "@/lib/platform/db/client";
import { auditFactsSchema } from "./schema";

/** The events that say that origins were deleted. */
export const FORGETS = { type: "origins.forgotten" } as const;

/** Up to which event origins were deleted, as this event says; null when it says nothing of that. */
export function forgottenBy({ type, facts }: { type: string; facts: string }): bigint | null {
  if (type !== FORGETS.type) return null;
  const event = auditFactsSchema.parse({ ...JSON.parse(facts), type });
  return event.type === FORGETS.type ? BigInt(event.through) : null;
}

/** Up to which event origins were deleted, as the log says up to its event `last`; 0 when none were. One statement. */
export async function readForgotten(db: DbClient, last: bigint): Promise<bigint> {
  const newest = await db.auditEvent.findFirst({
    where: { ...FORGETS, seq: { lte: last } },
    orderBy: { seq: "desc" },
    select: { type: true, facts: true },
  });
  return (newest && forgottenBy(newest)) ?? 0n;
}
