import { firstByName } from "@/lib/alerts/facts";
import type { MatomoSiteRecord } from "@/lib/matomo/sites";
import type { NamedSite } from "./schema";

/** Sites of a change as the audit log keeps them: every id, and the first 50 by name as they were called then. */
export function auditSites(sites: readonly MatomoSiteRecord[]): { siteIds: number[]; sites: MatomoSiteRecord[] } {
  return { siteIds: sites.map((site) => site.id), sites: firstByName(sites) };
}

/** The first 50 sites of a change, for the person who made it. */
export function namedSites(sites: readonly MatomoSiteRecord[]): NamedSite[] {
  return firstByName(sites).map(({ id, name }) => ({ id, name }));
}

/** `siteIds` as records; a site that Matomo has deleted keeps its id and says so. */
export function withDeleted(
  siteIds: readonly number[],
  found: ReadonlyMap<number, MatomoSiteRecord>,
): MatomoSiteRecord[] {
  return siteIds.map((id) => found.get(id) ?? { id, name: `Site ${id} (deleted in Matomo)`, url: "" });
}
