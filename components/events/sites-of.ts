import type { AuditFacts } from "@/lib/ledger/audit/schema";

export type EventSites = { named: readonly { id: number; name: string; url: string }[]; more: number };

/** The sites of an event: those named then, and how many more there were. Null when it is not about sites. */
export function sitesOf(facts: AuditFacts): EventSites | null {
  return "sites" in facts ? { named: facts.sites, more: facts.siteIds.length - facts.sites.length } : null;
}
