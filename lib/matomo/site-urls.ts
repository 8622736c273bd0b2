import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks } from "@/lib/platform/db/sql";
import { visibleMatomoText } from "./html-entities";

/** How many addresses these sites have beside their main ones (table `site_url`). */
export async function countAliasUrls(db: DbClient, siteIds: readonly number[]): Promise<number> {
  let count = 0;
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ n: number | bigint }[]>`
      SELECT COUNT(*) AS n FROM \`matomo_site_url\` WHERE idsite IN (${idList(chunk)})`;
    count += Number(rows[0]?.n ?? 0);
  }
  return count;
}

/** The first `limit` alias addresses of a site, decoded once. */
export async function readAliasUrls(db: DbClient, siteId: number, limit: number): Promise<string[]> {
  const rows = await db.matomoSiteUrl.findMany({ where: { idsite: siteId }, orderBy: { url: "asc" }, take: limit });
  return rows.map((row) => visibleMatomoText(row.url));
}
