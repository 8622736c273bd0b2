import { appendEvent } from "@/lib/ledger/audit/append-event";
import { GENESIS_HASH } from "@/lib/ledger/audit/chain";
import { type Actor, type AuditFacts, NO_ORIGIN, type Origin } from "@/lib/ledger/audit/schema";
import { inTransaction } from "@/lib/platform/db/transaction";
import { ownerDb, rawRun } from "./database";

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
  return Number(await inTransaction((tx) => appendEvent(tx, { actor, at, origin, facts })));
}

/** Many events at once, without a chain: for what is about how many there are. Each statement doubles them. */
export async function manyEvents(count: number, { type, ...facts }: AuditFacts, at = new Date()): Promise<void> {
  const head = await ownerDb().auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const first = Number(head.seq) + 1;
  const nobody = { ip: null, userAgent: null, sessionRef: null, prevHash: GENESIS_HASH, hash: GENESIS_HASH };
  await ownerDb().auditEvent.create({
    data: {
      ...{ seq: first, at, type, actorType: "superUser", actorName: "anna", facts: JSON.stringify(facts) },
      ...nobody,
    },
  });
  for (let have = 1; have < count; have *= 2) {
    await rawRun(
      `INSERT INTO portal_audit_event (seq, at, type, actor_type, actor_name, facts, prev_hash, hash)
       SELECT seq + ?, at, type, actor_type, actor_name, facts, prev_hash, hash FROM portal_audit_event
       WHERE seq >= ? AND seq < ?`,
      [have, first, first + Math.min(have, count - have)],
    );
  }
  await ownerDb().auditHead.update({ where: { id: 1 }, data: { seq: head.seq + BigInt(count) } });
}
