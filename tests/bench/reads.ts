import type { Connection } from "mariadb";
import { listSites } from "@/lib/domain/public-access/queries";
import { type SitesQuery, sitesQuerySchema } from "@/lib/domain/public-access/schema";
import { countPublicSites } from "@/lib/matomo/public-sites";
import { listMatomoSites } from "@/lib/matomo/sites";
import { db } from "@/lib/platform/db/client";
import type { Contest, Side } from "./measure";
import { SIZE } from "./size";

const SAMPLES = 11;
const AIM = 3;
const PAGE_SIZE = 50;

/** The public sites in plain SQL. */
export const PUBLIC = `SELECT DISTINCT idsite FROM matomo_access
  WHERE login = 'anonymous' AND access IN ('view', 'write', 'admin', 'superuser')`;

const PUBLIC_FIRST = "is_public DESC";
const BY_END = "pub.until IS NULL, pub.until";

/** What somebody would type for the same page: the site's columns, whether it is public, public ones first. */
export const pageSql = (offset: number, where = "", order = PUBLIC_FIRST) => `
  SELECT s.idsite, s.name, s.main_url, s.\`group\`, s.\`type\`, s.ts_created, p.idsite IS NOT NULL AS is_public
  FROM matomo_site s LEFT JOIN (${PUBLIC}) p ON p.idsite = s.idsite
  ${order === BY_END || where === NEEDS_ATTENTION ? "LEFT JOIN portal_publication pub ON pub.idsite = p.idsite" : ""}
  ${where} ORDER BY ${order}, s.name, s.idsite LIMIT ${PAGE_SIZE} OFFSET ${offset}`;

const matching = (term: string) =>
  `WHERE s.name LIKE '%${term}%' OR s.\`group\` LIKE '%${term}%' OR s.main_url LIKE '%${term}%'`;

const NEEDS_ATTENTION = `WHERE (pub.channel = 'outside' AND pub.reviewed_at IS NULL)
  OR (p.idsite IS NOT NULL AND pub.idsite IS NULL)
  OR s.idsite IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous' AND access NOT IN ('view', 'noaccess'))`;

/** Half of the public sites end in a month to a year, a tenth became public outside the portal and nobody kept it. */
export async function mixPublications(bare: Connection): Promise<void> {
  await bare.query(
    `UPDATE portal_publication SET channel = IF(idsite MOD 100 = 0, 'outside', channel),
       until = IF(idsite MOD 20 = 0, UTC_TIMESTAMP(3) + INTERVAL (30 + idsite MOD 300) DAY, NULL)`,
  );
}

/**
 * The page of 50 sites as the portal's own page asks for it: with publications, levels, settings, totals, the state of
 * watch and outbox. Besides, the list statement alone and the count.
 */
export function reads(bare: Connection): Contest[] {
  const ids = async (sql: string) => (await bare.query<{ idsite: number }[]>(sql)).map((row) => row.idsite);
  const count = async (sql: string) => Number((await bare.query<{ n: bigint }[]>(sql))[0]?.n);
  const page = (changes: Partial<SitesQuery>) => {
    const query = sitesQuerySchema.parse({ pageSize: PAGE_SIZE, ...changes });
    return async () => (await listSites(query)).rows.map((row) => row.id);
  };
  const contest = (what: string, bareRun: Side["run"], run: Side["run"]): Contest => ({
    what,
    samples: SAMPLES,
    aim: AIM,
    bare: { run: bareRun },
    product: { run },
  });
  const search = (what: string, q: string) =>
    contest(
      what,
      async () => {
        await count(`SELECT COUNT(*) AS n FROM matomo_site s ${matching(q)}`);
        return ids(pageSql(0, matching(q)));
      },
      page({ q }),
    );

  const offset = SIZE.sites * 0.9;
  const deep = { page: offset / PAGE_SIZE + 1 };
  return [
    contest("first page", () => ids(pageSql(0)), page({})),
    contest(`page at offset ${offset.toLocaleString("en")}`, () => ids(pageSql(offset)), page(deep)),
    contest(
      "  its list statement alone",
      () => ids(pageSql(offset)),
      async () =>
        (
          await listMatomoSites(db(), { ...sitesQuerySchema.parse({ pageSize: PAGE_SIZE, ...deep }), state: "all" })
        ).map(idOf),
    ),
    search("search, 1 match", "site-4711."),
    search(`search, ${(SIZE.sites / 8).toLocaleString("en")} matches`, "Harbour"),
    contest(
      "count of public sites",
      () => count(`SELECT COUNT(*) AS n FROM (${PUBLIC}) p JOIN matomo_site s ON s.idsite = p.idsite`),
      () => countPublicSites(db()),
    ),
    contest("sorted by end date", () => ids(pageSql(0, "", BY_END)), page({ sort: "until" })),
    contest(
      "filter: needs attention",
      async () => {
        await count(`SELECT COUNT(*) AS n FROM (${pageSql(0, NEEDS_ATTENTION)}) found`);
        return ids(pageSql(0, NEEDS_ATTENTION));
      },
      page({ attention: "needs-attention" }),
    ),
  ];
}

const idOf = (site: { id: number }) => site.id;
