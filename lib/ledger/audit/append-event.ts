import type { Tx } from "@/lib/platform/db/transaction";
import { hashEvent } from "./chain";
import { logAuditEvent } from "./log-event";
import { rememberLink } from "./memory";
import { digestOf, keptOrigin, type StoredOrigin, salted } from "./origin";
import type { Actor, AuditFacts, Origin } from "./schema";

/**
 * Appends one event to the chain, inside the transaction of what it tells about, and beside it from where it came, for
 * as long as that is kept. Once that has committed, this process remembers it (lib/domain/continuity), and the event is a line
 * of the log too. Three statements, a fourth for the origin. Verbs do not call it: an event of which a mail tells goes
 * through `announce`, every other one through `recordAudit`.
 * @returns its sequence number
 */
export async function appendEvent(
  tx: Tx,
  event: { actor: Actor; origin: Origin; at: Date; facts: AuditFacts },
): Promise<bigint> {
  const head = await tx.db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
  const { type, ...facts } = event.facts;
  const origin = salted(storableOrigin(keptOrigin(event.origin)));
  const row = {
    seq: head.seq + 1n,
    at: event.at,
    type,
    actorType: event.actor.type,
    actorName: storable(actorName(event.actor)),
    ip: null,
    userAgent: null,
    sessionRef: null,
    facts: JSON.stringify(facts),
    prevHash: head.hash,
    originDigest: origin && digestOf(origin),
  };
  const hash = hashEvent(row);
  await tx.db.$executeRaw`
    INSERT INTO portal_audit_event (seq, at, type, actor_type, actor_name, facts, prev_hash, origin_digest, hash)
    VALUES (${row.seq}, ${row.at}, ${row.type}, ${row.actorType}, ${row.actorName}, ${row.facts}, ${row.prevHash},
      ${row.originDigest}, ${hash})`;
  if (origin) await keep(tx, row.seq, origin);
  await tx.db.$executeRaw`UPDATE portal_audit_head SET seq = ${row.seq}, hash = ${hash} WHERE id = 1`;
  tx.afterCommit.push(() => {
    rememberLink({ seq: row.seq, hash, at: event.at });
    logAuditEvent({ ...event, seq: row.seq, hash });
  });
  return row.seq;
}

/** In the place of one that a log which went back has left there. */
async function keep(tx: Tx, seq: bigint, { salt, ip, userAgent, sessionRef }: StoredOrigin): Promise<void> {
  await tx.db.$executeRaw`
    REPLACE INTO portal_audit_origin (seq, salt, ip, user_agent, session_ref)
    VALUES (${seq}, ${salt}, ${ip}, ${userAgent}, ${sessionRef})`;
}

function actorName(actor: Actor): string {
  if (actor.type === "superUser") return actor.login;
  return actor.type === "system" ? actor.job : "";
}

const USER_AGENT_MAX = 300;

function storableOrigin({ userAgent, ...origin }: Origin): Origin {
  return { ...origin, userAgent: userAgent === null ? null : storable(userAgent.slice(0, USER_AGENT_MAX)) };
}

/**
 * Text that every database gives back as it got it, or the hash would not fit what is read later: SQLite ends it at a
 * NUL, and half of a character outside the basic plane is stored as something else.
 */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD").toWellFormed();
}
