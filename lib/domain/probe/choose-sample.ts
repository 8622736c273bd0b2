import { publicSiteIds } from "@/lib/matomo/public-sites";
import type { DbClient } from "@/lib/platform/db/client";
import { sql } from "@/lib/platform/db/sql";

/** What was never looked at since it became public. */
const isUnseen = sql`(ps.idsite IS NULL OR ps.looked_at < pb.since)`;

/**
 * Public sites to look at closely: those that nobody looked at since they became public, the newest first, so that the
 * next probe after a publication reports back; then those whose probe is the oldest, so that all have their turn.
 */
export async function chooseSample(reader: DbClient, limit: number): Promise<number[]> {
  const rows = await reader.$queryRaw<{ idsite: number }[]>`
    SELECT s.idsite FROM (${publicSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite
      LEFT JOIN portal_publication pb ON pb.idsite = p.idsite
      LEFT JOIN portal_probe_site ps ON ps.idsite = p.idsite
    ORDER BY CASE WHEN ${isUnseen} THEN 0 ELSE 1 END, CASE WHEN ${isUnseen} THEN pb.since END DESC,
      ps.looked_at, s.idsite
    LIMIT ${limit}`;
  return rows.map((row) => Number(row.idsite));
}
