import { namedSites } from "@/lib/domain/publications/change-facts";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import type { DbClient } from "@/lib/platform/db/client";
import type { SiteId } from "@/lib/platform/site-id";
import type { GrantOutcome } from "./schema";

/** The first 50 of these public sites, each with who made it public and when, as far as the portal knows. */
export async function alreadyPublicSites(
  db: DbClient,
  siteIds: readonly SiteId[],
): Promise<GrantOutcome["alreadyPublic"]> {
  if (siteIds.length === 0) return [];
  const named = namedSites(await describeSites(db, siteIds));
  const publications = await db.publication.findMany({
    where: { idsite: { in: named.map((site) => site.id) } },
    select: { idsite: true, grantedBy: true, since: true },
  });
  const known = new Map(publications.map((publication) => [publication.idsite, publication]));
  return named.map((site) => {
    const publication = known.get(site.id);
    return { ...site, grantedBy: publication?.grantedBy ?? null, since: publication?.since.toISOString() ?? null };
  });
}
