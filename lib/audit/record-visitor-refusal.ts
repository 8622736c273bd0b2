import { MINUTE_MS, plus } from "@/lib/clock";
import { db, type Reader } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { logger } from "@/lib/logger";
import { logUnrecordedRefusal } from "./log-event";
import { recordAudit } from "./record";
import { type AuditFacts, auditFactsSchema, type Origin } from "./schema";

/** Refusals of visitors that are recorded within a minute, all kinds and all addresses together. */
export const VISITOR_LIMIT = 60;
/** Refused sign-ins that are recorded within a minute for each login that Matomo knows. */
export const LOGIN_LIMIT = 20;

type RefusalType = "sign-in.refused" | "action.refused" | "request.refused" | "cron.refused" | "webhook.refused";
export type VisitorRefusal = { origin: Origin; at: Date; facts: Extract<AuditFacts, { type: RefusalType }> };

/**
 * Records that somebody who is not signed in was refused, in a transaction of its own. Never throws: a refusal stands,
 * recorded or not, and what could not be recorded is logged.
 *
 * Anybody can make refusals, so there is a limit to what they can write into a log that nobody may shorten. There are
 * two kinds of room. What visitors do without naming a login of this Matomo (foreign posts, cron calls without the
 * secret, actions without a session, unknown logins) shares 60 a minute. Each login that Matomo knows has 20 a minute
 * of its own for refused sign-ins, so a flood of anything else, or of another login, never hides an attempt on it; and
 * what a flood on one login hides is only more of the same. Both are bounded: by Matomo's own locks
 * (docs/matomo.md#brute-force), and by the number of logins. The first refusal beyond a limit is recorded as
 * `flood.capped`, once a minute; that one and the others are lines of the log.
 */
export async function recordVisitorRefusal(refusal: VisitorRefusal): Promise<void> {
  try {
    // Looked up before the write mutex is taken: a flood must not hold up those who change something.
    if ((await reading(() => roomFor(db(), refusal))) === "none") return logUnrecordedRefusal(refusal);
    await inTransaction((tx) => recordVisitorRefusalIn(tx, refusal));
  } catch (error) {
    logger().error({ err: error }, "a refusal could not be recorded");
    logUnrecordedRefusal(refusal);
  }
}

/** The same inside a transaction that is open already, for refusals that are judged in one. */
export async function recordVisitorRefusalIn(tx: Tx, refusal: VisitorRefusal): Promise<void> {
  const room = await roomFor(tx.db, refusal);
  const visitor = { actor: { type: "visitor" }, origin: refusal.origin, at: refusal.at } as const;
  if (room === "free") {
    await recordAudit(tx, { ...visitor, facts: refusal.facts });
    return;
  }
  if (room === "last") {
    const login = knownLogin(refusal.facts);
    const limit = login === null ? VISITOR_LIMIT : LOGIN_LIMIT;
    await recordAudit(tx, { ...visitor, facts: { type: "flood.capped", limit, login } });
  }
  tx.afterCommit.push(() => logUnrecordedRefusal(refusal));
}

/** `last`: the limit is reached and that has not been recorded within the minute. */
async function roomFor(reader: Reader, { at, facts }: VisitorRefusal): Promise<"free" | "last" | "none"> {
  const login = knownLogin(facts);
  const events = (await visitorEvents(reader, at)).filter((event) => knownLogin(event) === login);
  const capped = events.filter((event) => event.type === "flood.capped").length;
  if (events.length - capped < (login === null ? VISITOR_LIMIT : LOGIN_LIMIT)) return "free";
  return capped === 0 ? "last" : "none";
}

/** What visitors did within the last minute: few rows, since that is what the limits are for. */
async function visitorEvents(reader: Reader, at: Date): Promise<AuditFacts[]> {
  const rows = await reader.auditEvent.findMany({
    where: { at: { gt: plus(at, -MINUTE_MS), lte: at }, actorType: "visitor" },
    select: { type: true, facts: true },
  });
  return rows.map((row) => auditFactsSchema.parse({ ...JSON.parse(row.facts), type: row.type }));
}

function knownLogin(facts: AuditFacts): string | null {
  return facts.type === "sign-in.refused" || facts.type === "flood.capped" ? facts.login : null;
}
