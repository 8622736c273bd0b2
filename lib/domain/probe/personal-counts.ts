import type { DbClient } from "@/lib/platform/db/client";
import { idList } from "@/lib/platform/db/sql";

/**
 * How many things in the page addresses and titles of these sites looked personal to the last external check, by site;
 * null, or not there, where that is not known, as of what was not checked since it became public. One statement.
 */
export async function personalCounts(
  reader: DbClient,
  siteIds: readonly number[],
): Promise<Map<number, number | null>> {
  if (siteIds.length === 0) return new Map();
  const rows = await reader.$queryRaw<{ idsite: number; personal_count: number | bigint | null }[]>`
    SELECT ps.idsite, ps.personal_count FROM portal_probe_site ps
      JOIN portal_publication pb ON pb.idsite = ps.idsite AND pb.since <= ps.looked_at
    WHERE ps.idsite IN (${idList(siteIds)})`;
  return new Map(
    rows.map((row) => [Number(row.idsite), row.personal_count === null ? null : Number(row.personal_count)]),
  );
}
