import { firstSitesByName, type MatomoSiteRecord } from "@/lib/matomo/sites";
import type { DbClient } from "@/lib/platform/db/client";

const NAMED_SITES = 50;

/** Sites of one change: every id, and the first 50 by name as they are called at this moment. */
export type ChangedSites = { siteIds: number[]; named: MatomoSiteRecord[] };

/** Names the sites of a change for mails, audit log and page. A site that Matomo has deleted keeps its id and says so. */
export async function describeSites(db: DbClient, siteIds: readonly number[]): Promise<ChangedSites> {
  const named = await firstSitesByName(db, siteIds, NAMED_SITES);
  const room = Math.min(NAMED_SITES, siteIds.length) - named.length;
  // Fewer names than there is room for: all that exist are named, so the others are gone.
  const known = new Set(named.map((site) => site.id));
  const gone = room > 0 ? siteIds.filter((id) => !known.has(id)).slice(0, room) : [];
  const deleted = gone.map((id) => ({ id, name: deletedSiteName(id), url: "" }));
  return { siteIds: [...siteIds], named: [...named, ...deleted] };
}

/** Sites of a change as the audit log keeps them. */
export function auditSites({ siteIds, named }: ChangedSites) {
  return { siteIds, sites: named };
}

/** What a site is called that Matomo has deleted. */
export function deletedSiteName(id: number): string {
  return `Site ${id} (deleted in Matomo)`;
}
