import type { AuditEntry, AuditFacts } from "@/lib/ledger/audit/schema";
import { asTyped, type TypedText } from "@/lib/platform/typed-text-terms";
import type { StatementEvent } from "./schema";

/** What a statement says of an audit event: who, when, why and about how many sites, without the list of them. */
export function toStatementEvent({ seq, at, actor, facts }: AuditEntry): StatementEvent {
  return {
    seq,
    at,
    type: facts.type,
    by: actor.type === "superUser" ? actor.login : null,
    job: actor.type === "system" ? actor.job : null,
    reason: reasonOf(facts),
    plannedEnd: "until" in facts ? facts.until : null,
    sites: "siteIds" in facts ? facts.siteIds.length : 0,
  };
}

/** Typed by a person; of a refusal, the portal's own word. */
function reasonOf(facts: AuditFacts): TypedText | null {
  if (!("reason" in facts)) return null;
  return typeof facts.reason === "string" ? asTyped(facts.reason) : facts.reason;
}
