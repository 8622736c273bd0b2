import type { DbClient } from "@/lib/platform/db/client";
import { constantSql, forShare, idList, inChunks, joinSql, momentFromText, type Sql, sql } from "@/lib/platform/db/sql";
import { visibleMatomoText } from "./html-entities";
import { publicSiteIds } from "./public-sites";
import { type Comparable, comparingText, containsText, readsAs } from "./stored-text";

/** Which sites. `site` is one id; `group` is as people read it; null or absent: any. */
type SiteFilter = {
  q: string;
  state: "all" | "public" | "private";
  site: number | null;
  group?: string | null;
  type?: string | null;
};
type Paging = { page: number; pageSize: number };
/** What tables that are not Matomo's add: joins to `s` (the site) and `p` (null while it is private), conditions. */
export type JoinFragment = { joins: readonly Sql[]; conditions: readonly Sql[] };
export type SortKey = { by: Sql; descending: boolean };

const NOTHING_BESIDE: JoinFragment = { joins: [], conditions: [] };
const PUBLIC_FIRST: readonly SortKey[] = [{ by: sql`p.idsite IS NULL`, descending: false }];

/** A site as people know it: texts decoded once. */
export type MatomoSiteRecord = { id: number; name: string; url: string };
export type ListedSite = MatomoSiteRecord & {
  group: string;
  type: string;
  createdAt: Date | null;
  isPublic: boolean;
  /** null when nothing was searched for */
  matchedBy: MatchKind | null;
};
/** By what a search found a site; of several the first. */
type MatchKind = "name" | "url" | "id" | "group";

type ListedRow = {
  idsite: number;
  name: string;
  main_url: string;
  group_name: string;
  type_name: string;
  created: string | null;
  is_private: number | bigint;
  matched_by: MatchKind | null;
};

/**
 * One page of sites: by `order`, then by name; public ones first unless said otherwise. Sorting is done on narrow
 * rows; the wide ones are fetched for the page alone, so that a page at offset 90,000 costs what the first one costs.
 */
export async function listMatomoSites(
  db: DbClient,
  query: SiteFilter & Paging,
  { beside = NOTHING_BESIDE, order = PUBLIC_FIRST }: { beside?: JoinFragment; order?: readonly SortKey[] } = {},
): Promise<ListedSite[]> {
  const offset = (query.page - 1) * query.pageSize;
  const keys = order.map(({ by }, index) => sql`${by} AS ${keyName(index)}`);
  const rows = await comparingText(
    (comparable) => db.$queryRaw<ListedRow[]>`
    SELECT s.idsite, s.name, s.main_url, s.\`group\` AS group_name, s.\`type\` AS type_name,
      CAST(s.ts_created AS CHAR) AS created, page.is_private, ${matchedBy(query.q, comparable)} AS matched_by
    FROM (
      SELECT ${joinSql([sql`s.idsite`, sql`p.idsite IS NULL AS is_private`, ...keys])}
      FROM ${fromSites(beside)} ${where(query, beside, comparable)}
      ORDER BY ${inOrder(order, "")} LIMIT ${query.pageSize} OFFSET ${offset}
    ) page JOIN \`matomo_site\` s ON s.idsite = page.idsite
    ORDER BY ${inOrder(order, "page.")}`,
  );
  return rows.map((row) => ({
    id: Number(row.idsite),
    name: visibleMatomoText(row.name),
    url: visibleMatomoText(row.main_url),
    group: visibleMatomoText(row.group_name),
    type: row.type_name,
    createdAt: momentFromText(row.created),
    isPublic: Number(row.is_private) === 0,
    matchedBy: row.matched_by,
  }));
}

const keyName = (index: number) => constantSql(`key_${index}`);

function inOrder(order: readonly SortKey[], of: "" | "page."): Sql {
  const keys = order.map(({ descending }, index) => {
    const direction = constantSql(descending ? "DESC" : "ASC");
    return sql`${constantSql(of)}${keyName(index)} ${direction}`;
  });
  return joinSql([...keys, sql`s.name`, sql`s.idsite`]);
}

type Matches = { total: number } & Record<MatchKind, number>;

/** How many public and private sites match, over all pages and whatever state is asked for, and by what. */
export async function countMatches(
  db: DbClient,
  query: SiteFilter,
  beside = NOTHING_BESIDE,
): Promise<{ public: Matches; private: Matches }> {
  const either = { ...query, state: "all" } as const;
  const rows = await comparingText(
    (comparable) => db.$queryRaw<{ is_private: number | bigint; matched_by: MatchKind | null; n: number | bigint }[]>`
    SELECT is_private, matched_by, COUNT(*) AS n FROM (
      SELECT p.idsite IS NULL AS is_private, ${matchedBy(query.q, comparable)} AS matched_by
      FROM ${fromSites(beside)} ${where(either, beside, comparable)}
    ) found GROUP BY is_private, matched_by`,
  );
  const counts = { public: noMatches(), private: noMatches() };
  for (const row of rows) {
    const of = counts[Number(row.is_private) === 0 ? "public" : "private"];
    of.total += Number(row.n);
    if (row.matched_by !== null) of[row.matched_by] += Number(row.n);
  }
  return counts;
}

function noMatches(): Matches {
  return { total: 0, name: 0, url: 0, id: 0, group: 0 };
}

/** The ids of all sites that match, ascending; of more than `limit` the first `limit`. */
export async function listMatchingIds(
  db: DbClient,
  query: SiteFilter,
  beside: JoinFragment,
  limit: number,
): Promise<{ id: number; isPublic: boolean }[]> {
  const rows = await comparingText(
    (comparable) => db.$queryRaw<{ idsite: number; is_private: number | bigint }[]>`
    SELECT s.idsite, p.idsite IS NULL AS is_private FROM ${fromSites(beside)} ${where(query, beside, comparable)}
    ORDER BY s.idsite LIMIT ${limit}`,
  );
  return rows.map((row) => ({ id: Number(row.idsite), isPublic: Number(row.is_private) === 0 }));
}

/** Keeps these sites from being deleted until the transaction ends. @returns those that exist */
export async function holdSites(db: DbClient, siteIds: readonly number[]): Promise<Set<number>> {
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
  db: DbClient,
  siteIds: readonly number[],
  limit: number,
): Promise<MatomoSiteRecord[]> {
  const found: MatomoSiteRecord[] = [];
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number; name: string; main_url: string }[]>`
      SELECT idsite, name, main_url FROM \`matomo_site\` WHERE idsite IN (${idList(chunk)})
      ORDER BY name, idsite LIMIT ${limit}`;
    for (const row of rows) {
      found.push({ id: Number(row.idsite), name: visibleMatomoText(row.name), url: visibleMatomoText(row.main_url) });
    }
  }
  return found.sort((a, b) => byName.compare(a.name, b.name) || a.id - b.id).slice(0, limit);
}

const byName = new Intl.Collator("en");

function fromSites({ joins }: JoinFragment): Sql {
  const from = sql`\`matomo_site\` s LEFT JOIN (${publicSiteIds}) p ON p.idsite = s.idsite`;
  return joinSql([from, ...joins], " ");
}

function where(query: SiteFilter, beside: JoinFragment, comparable: Comparable): Sql {
  const conditions: Sql[] = [...beside.conditions];
  if (query.state === "public") conditions.push(sql`p.idsite IS NOT NULL`);
  if (query.state === "private") conditions.push(sql`p.idsite IS NULL`);
  if (query.site !== null) conditions.push(sql`s.idsite = ${query.site}`);
  if (typeof query.group === "string") conditions.push(readsAs(comparable(sql`s.\`group\``), query.group));
  if (typeof query.type === "string") conditions.push(sql`${comparable(sql`s.\`type\``)} = ${query.type}`);
  if (query.q !== "") conditions.push(matching(query.q, comparable));
  return conditions.length === 0 ? sql`` : sql`WHERE ${joinSql(conditions, " AND ")}`;
}

/** As Matomo's own list searches (docs/matomo.md#sites): part of the name, the group or the address, or the id. */
function matching(term: string, comparable: Comparable): Sql {
  return sql`(${joinSql(Object.values(matches(term, comparable)), " OR ")})`;
}

/** By what a site was found, in SQL; NULL when nothing was searched for. */
function matchedBy(term: string, comparable: Comparable): Sql {
  if (term === "") return sql`NULL`;
  const { name, url, id } = matches(term, comparable);
  const whenId = id ? sql`WHEN ${id} THEN 'id'` : sql``;
  return sql`CASE WHEN ${name} THEN 'name' WHEN ${url} THEN 'url' ${whenId} ELSE 'group' END`;
}

function matches(term: string, comparable: Comparable): Record<"name" | "url" | "group", Sql> & { id?: Sql } {
  const holds = (column: Sql) => containsText(comparable(column), term);
  return {
    name: holds(sql`s.name`),
    url: holds(sql`s.main_url`),
    group: holds(sql`s.\`group\``),
    ...(/^\d{1,10}$/.test(term) && { id: sql`s.idsite = ${Number(term)}` }),
  };
}
