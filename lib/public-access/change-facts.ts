import type { ChangedSites } from "@/lib/alerts/changed-sites";
import type { NamedSite } from "./schema";

/** Sites of a change as the audit log keeps them. */
export function auditSites({ siteIds, named }: ChangedSites) {
  return { siteIds, sites: named };
}

/** Sites of a change for the person who made it. */
export function namedSites({ named }: ChangedSites): NamedSite[] {
  return named.map(({ id, name }) => ({ id, name }));
}
