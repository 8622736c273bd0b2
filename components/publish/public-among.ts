import type { QueryClient } from "@tanstack/react-query";
import { matchingSitesQueryOptions, publishConsequencesQueryOptions } from "@/lib/domain/public-access/query-options";
import type { SitesQuery } from "@/lib/domain/public-access/schema";

/** Every site there is, ten on a page. */
export const ANY_SITE: SitesQuery = {
  ...{ q: "", state: "all", group: null, type: null, channel: null, attention: null },
  ...{ sort: null, dir: "asc", site: null, page: 1, pageSize: 10 },
};

export const publicSitesQueryOptions = () => matchingSitesQueryOptions({ ...ANY_SITE, state: "public" });

/** How many of some sites are public now. `siteIds` null: more sites are public than are listed, so only the number. */
export type PublicAmong = { count: number; siteIds: readonly number[] | null };

/** Which of these sites are public, read now. @throws ReadFailed: then it is not known */
export async function readPublicAmong(client: QueryClient, siteIds: readonly number[]): Promise<PublicAmong> {
  const all = await client.fetchQuery({ ...publicSitesQueryOptions(), staleTime: 0 });
  if (!all.isTooMany) return amongThese(siteIds, all.publicSiteIds);
  const { alreadyPublicCount } = await client.fetchQuery({
    ...publishConsequencesQueryOptions(siteIds),
    staleTime: 0,
  });
  return { count: alreadyPublicCount, siteIds: null };
}

/** Those of `siteIds` that are among all public ones. */
export function amongThese(siteIds: readonly number[], allPublic: readonly number[]): PublicAmong {
  const isPublic = new Set(allPublic);
  const found = siteIds.filter((id) => isPublic.has(id));
  return { count: found.length, siteIds: found };
}
