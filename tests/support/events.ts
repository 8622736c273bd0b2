import { GENESIS_HASH } from "@/lib/audit/chain";
import { recordAudit } from "@/lib/audit/record";
import { type Actor, type AuditFacts, NO_ORIGIN, type Origin } from "@/lib/audit/schema";
import { inTransaction } from "@/lib/db/transaction";
import { ownerDb } from "./database";

export const ANNA: Actor = { type: "superUser", login: "anna" };
export const WATCH: Actor = { type: "system", job: "watch" };
export const VISITOR: Actor = { type: "visitor" };

/** The sites of an event: the first 50 named, as the verbs do it. */
export function eventSites(ids: readonly number[], name = "Shop") {
  return { siteIds: [...ids], sites: ids.slice(0, 50).map((id) => ({ id, name, url: "https://shop.example" })) };
}

/** One event, recorded as the portal records it. @returns its number */
export async function anEvent(
  facts: AuditFacts,
  { actor = ANNA, at = new Date(), origin = NO_ORIGIN }: { actor?: Actor; at?: Date; origin?: Origin } = {},
): Promise<number> {
  return Number(await inTransaction((tx) => recordAudit(tx, { actor, at, origin, facts })));
}

/** Many events at once, without a chain: for what is about how many there are. */
export async function manyEvents(count: number, { type, ...facts }: AuditFacts, at = new Date()): Promise<void> {
  const head = await ownerDb().auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const rows = Array.from({ length: count }, (_, index) => ({
    seq: head.seq + BigInt(index + 1),
    at,
    type,
    ...{ actorType: "superUser", actorName: "anna", ip: null, userAgent: null, sessionRef: null },
    facts: JSON.stringify(facts),
    ...{ prevHash: GENESIS_HASH, hash: GENESIS_HASH },
  }));
  for (let from = 0; from < count; from += 500) {
    await ownerDb().auditEvent.createMany({ data: rows.slice(from, from + 500) });
  }
  await ownerDb().auditHead.update({ where: { id: 1 }, data: { seq: head.seq + BigInt(count) } });
}
