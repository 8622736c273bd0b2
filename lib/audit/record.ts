import type { Tx } from "@/lib/db/transaction";
import { hashEvent } from "./chain";
import type { Actor, AuditFacts, Origin } from "./schema";

/**
 * Appends one event to the chain, inside the transaction of what it tells about.
 * @returns its sequence number
 */
export async function recordAudit(
  tx: Tx,
  event: { actor: Actor; origin: Origin; at: Date; facts: AuditFacts },
): Promise<bigint> {
  const head = await tx.db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const { type, ...facts } = event.facts;
  const row = {
    seq: head.seq + 1n,
    at: event.at,
    type,
    actorType: event.actor.type,
    actorName: actorName(event.actor),
    ip: event.origin.ip,
    userAgent: event.origin.userAgent?.slice(0, 300) ?? null,
    sessionRef: event.origin.sessionRef,
    facts: JSON.stringify(facts),
    prevHash: head.hash,
  };
  const hash = hashEvent(row);
  await tx.db.$executeRaw`
    INSERT INTO portal_audit_event
      (seq, at, type, actor_type, actor_name, ip, user_agent, session_ref, facts, prev_hash, hash)
    VALUES (${row.seq}, ${row.at}, ${row.type}, ${row.actorType}, ${row.actorName}, ${row.ip}, ${row.userAgent},
      ${row.sessionRef}, ${row.facts}, ${row.prevHash}, ${hash})`;
  await tx.db.$executeRaw`UPDATE portal_audit_head SET seq = ${row.seq}, hash = ${hash} WHERE id = 1`;
  return row.seq;
}

function actorName(actor: Actor): string {
  if (actor.type === "superUser") return actor.login;
  return actor.type === "system" ? actor.job : "";
}
