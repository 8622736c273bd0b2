import type { SuperUser } from "@/lib/auth/session";
import type { ChangedSites } from "@/lib/messaging/alerts/changed-sites";
import { browserName } from "@/lib/platform/browser-name";
import type { NamedSite } from "./schema";

/** Sites of a change as the audit log keeps them. */
export function auditSites({ siteIds, named }: ChangedSites) {
  return { siteIds, sites: named };
}

/** Sites of a change for the person who made it. */
export function namedSites({ named }: ChangedSites): NamedSite[] {
  return named.map(({ id, name }) => ({ id, name }));
}

/** Who made a change and from where, as its alert tells. */
export function authorOf({ login, origin }: SuperUser) {
  return { login, ip: origin.ip, browser: browserName(origin.userAgent) };
}
