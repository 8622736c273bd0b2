import type { DbClient } from "@/lib/platform/db/client";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { visibleText } from "@/lib/platform/visible-text";
import { decodeMatomoText } from "./html-entities";

/** A value as it is asked for and as it is shown, and how many sites have it. */
type Facet = { value: string; shown: string; sites: number };

/**
 * Groups are texts that people wrote, stored escaped; types are words of Matomo and its plugins (docs/matomo.md#sites).
 */
const FACETS: Record<"group" | "type", { column: Sql; read: (stored: string) => string }> = {
  group: { column: sql`s.\`group\``, read: decodeMatomoText },
  type: { column: sql`s.\`type\``, read: (stored) => stored },
};

/** The first `limit` groups or types by name, each as its column's collation tells them apart. One statement. */
export async function readSiteFacets(
  db: DbClient,
  kind: "group" | "type",
  limit: number,
): Promise<{ facets: Facet[]; isCut: boolean }> {
  const { column, read } = FACETS[kind];
  const rows = await db.$queryRaw<{ value: string; sites: number | bigint }[]>`
    SELECT ${column} AS value, COUNT(*) AS sites FROM \`matomo_site\` s
    GROUP BY ${column} ORDER BY ${column} LIMIT ${limit + 1}`;
  const sites = new Map<string, number>();
  // Stored in two ways (`&#39;` and `&#039;`), read in one.
  for (const row of rows.slice(0, limit)) {
    sites.set(read(row.value), (sites.get(read(row.value)) ?? 0) + Number(row.sites));
  }
  return {
    facets: [...sites].map(([value, count]) => ({ value, shown: visibleText(value), sites: count })),
    isCut: rows.length > limit,
  };
}
