import { decodeMatomoText } from "@/lib/matomo/html-entities";
import { type ChangedSites, deletedSiteName } from "@/lib/messaging/alerts/changed-sites";
import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks } from "@/lib/platform/db/sql";

const NAMED_SITES = 50;

type Row = { idsite: number; site_name: string | null; site_url: string | null };

/** Names sites of a change as their publications remember them: Matomo calls another site by that id now. */
export async function describeRemembered(db: DbClient, siteIds: readonly number[]): Promise<ChangedSites> {
  const rows: Row[] = [];
  for (const chunk of inChunks(siteIds)) {
    const some = await db.$queryRaw<Row[]>`
      SELECT idsite, site_name, site_url FROM portal_publication WHERE idsite IN (${idList(chunk)})
      ORDER BY site_name, idsite LIMIT ${NAMED_SITES}`;
    rows.push(...some);
  }
  const named = rows.map(({ idsite, site_name, site_url }) => ({
    id: Number(idsite),
    name: site_name === null ? deletedSiteName(Number(idsite)) : decodeMatomoText(site_name),
    url: decodeMatomoText(site_url ?? ""),
  }));
  return { siteIds: [...siteIds], named: named.slice(0, NAMED_SITES) };
}
