import type { AuditEntry } from "@/lib/ledger/audit/schema";
import type { StatementEvent } from "./schema";

/** What a statement says of an audit event: who, when, why and about how many sites, without the list of them. */
export function toStatementEvent({ seq, at, actor, facts }: AuditEntry): StatementEvent {
  return {
    seq,
    at,
    type: facts.type,
    by: actor.type === "superUser" ? actor.login : null,
    job: actor.type === "system" ? actor.job : null,
    reason: "reason" in facts ? facts.reason : null,
    plannedEnd: "until" in facts ? facts.until : null,
    sites: "siteIds" in facts ? facts.siteIds.length : 0,
  };
}
