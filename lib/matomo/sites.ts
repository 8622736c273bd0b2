import { dialect, type Reader } from "@/lib/db/client";
import { forShare, idList, inChunks, momentFromText, needsFourBytes, type Sql, sql } from "@/lib/db/sql";
import { publicSiteIds } from "./anonymous-access";
import { decodeMatomoText, encodeMatomoText } from "./html-entities";

/** Which sites, and which page of them. `site` is one id, or null for all. */
export type SiteFilter = { q: string; state: "all" | "public" | "private"; site: number | null };
export type Paging = { page: number; pageSize: number };

/** A site as people know it: texts decoded once. */
export type MatomoSiteRecord = { id: number; name: string; url: string };
export type ListedSite = MatomoSiteRecord & { group: string; type: string; createdAt: Date | null; isPublic: boolean };

type ListedRow = {
  idsite: number;
  name: string;
  main_url: string;
  group_name: string;
  type_name: string;
  created: string | null;
  is_private: number | bigint;
};

/**
 * One page of sites, public ones first, then by name. Sorting is done on narrow rows; the wide ones are fetched for
 * the page alone, so that a page at offset 90,000 costs what the first one costs.
 */
export async function listMatomoSites(db: Reader, query: SiteFilter & Paging): Promise<ListedSite[]> {
  const offset = (query.page - 1) * query.pageSize;
  const rows = await db.$queryRaw<ListedRow[]>`
    SELECT s.idsite, s.name, s.main_url, s.\`group\` AS group_name, s.\`type\` AS type_name,
      CAST(s.ts_created AS CHAR) AS created, page.is_private
    FROM (
      SELECT s.idsite, p.idsite IS NULL AS is_private FROM ${fromSites} ${where(query)}
      ORDER BY is_private, s.name, s.idsite LIMIT ${query.pageSize} OFFSET ${offset}
    ) page JOIN \`matomo_site\` s ON s.idsite = page.idsite
    ORDER BY page.is_private, s.name, s.idsite`;
  return rows.map((row) => ({
    id: Number(row.idsite),
    name: decodeMatomoText(row.name),
    url: decodeMatomoText(row.main_url),
    group: decodeMatomoText(row.group_name),
    type: row.type_name,
    createdAt: momentFromText(row.created),
    isPublic: Number(row.is_private) === 0,
  }));
}

/** How many sites match, over all pages. */
export async function countMatchingSites(db: Reader, query: SiteFilter): Promise<number> {
  const rows = await db.$queryRaw<{ n: number | bigint }[]>`SELECT COUNT(*) AS n FROM ${fromSites} ${where(query)}`;
  return Number(rows[0]?.n ?? 0);
}

/** How many sites there are. */
export async function countSites(db: Reader): Promise<number> {
  const rows = await db.$queryRaw<{ n: number | bigint }[]>`SELECT COUNT(*) AS n FROM \`matomo_site\``;
  return Number(rows[0]?.n ?? 0);
}

/** Keeps these sites from being deleted until the transaction ends. @returns those that exist */
export async function holdSites(db: Reader, siteIds: readonly number[]): Promise<Set<number>> {
  const held = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number }[]>`
      SELECT idsite FROM \`matomo_site\` WHERE idsite IN (${idList(chunk)}) ${forShare()}`;
    for (const row of rows) held.add(Number(row.idsite));
  }
  return held;
}

/** The first `limit` of these sites by name, as people sort; deleted ones are absent. The database chooses them. */
export async function firstSitesByName(
  db: Reader,
  siteIds: readonly number[],
  limit: number,
): Promise<MatomoSiteRecord[]> {
  const found: MatomoSiteRecord[] = [];
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number; name: string; main_url: string }[]>`
      SELECT idsite, name, main_url FROM \`matomo_site\` WHERE idsite IN (${idList(chunk)})
      ORDER BY name, idsite LIMIT ${limit}`;
    for (const row of rows) {
      found.push({ id: Number(row.idsite), name: decodeMatomoText(row.name), url: decodeMatomoText(row.main_url) });
    }
  }
  return found.sort((a, b) => byName.compare(a.name, b.name) || a.id - b.id).slice(0, limit);
}

const byName = new Intl.Collator("en");

const fromSites = sql`\`matomo_site\` s LEFT JOIN (${publicSiteIds}) p ON p.idsite = s.idsite`;

function where(query: SiteFilter): Sql {
  const conditions: Sql[] = [];
  if (query.state === "public") conditions.push(sql`p.idsite IS NOT NULL`);
  if (query.state === "private") conditions.push(sql`p.idsite IS NULL`);
  if (query.site !== null) conditions.push(sql`s.idsite = ${query.site}`);
  if (query.q !== "") conditions.push(matching(query.q));
  return conditions.reduce((all, one, index) => sql`${all} ${index === 0 ? sql`WHERE` : sql`AND`} ${one}`, sql``);
}

/** As Matomo's own list searches (fact 12): part of the name, the group or the address, or the id. */
function matching(term: string): Sql {
  const pattern = `%${encodeMatomoText(term).replace(/[!%_]/g, (character) => `!${character}`)}%`;
  const widen = needsFourBytes(term) && dialect() === "mysql";
  const contains = (column: Sql) =>
    sql`${widen ? sql`CONVERT(${column} USING utf8mb4)` : column} LIKE ${pattern} ESCAPE '!'`;
  const byText = sql`${contains(sql`s.name`)} OR ${contains(sql`s.\`group\``)} OR ${contains(sql`s.main_url`)}`;
  return /^\d{1,10}$/.test(term) ? sql`(${byText} OR s.idsite = ${Number(term)})` : sql`(${byText})`;
}
