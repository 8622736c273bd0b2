import type { Connection } from "mariadb";
import { db } from "@/lib/db/client";
import { countPublicSites } from "@/lib/matomo/anonymous-access";
import { listMatomoSites } from "@/lib/matomo/sites";
import { listSites } from "@/lib/public-access/queries";
import { type SitesQuery, sitesQuerySchema } from "@/lib/public-access/schema";
import { runWatch } from "@/lib/watch/run-watch";
import type { Contest, Side } from "./measure";
import { SIZE } from "./seed";

const SAMPLES = 11;
const AIM = 3;
const PAGE_SIZE = 50;

const PUBLIC = `SELECT DISTINCT idsite FROM matomo_access
  WHERE login = 'anonymous' AND access IN ('view', 'write', 'admin', 'superuser')`;

/** What somebody would type for the same page: the site's columns, whether it is public, public ones first. */
const pageSql = (offset: number, where = "") => `
  SELECT s.idsite, s.name, s.main_url, s.\`group\`, s.\`type\`, s.ts_created, p.idsite IS NOT NULL AS is_public
  FROM matomo_site s LEFT JOIN (${PUBLIC}) p ON p.idsite = s.idsite
  ${where} ORDER BY is_public DESC, s.name, s.idsite LIMIT ${PAGE_SIZE} OFFSET ${offset}`;

const matching = (term: string) =>
  `WHERE s.name LIKE '%${term}%' OR s.\`group\` LIKE '%${term}%' OR s.main_url LIKE '%${term}%'`;

/**
 * The page of 50 sites as the portal's own page asks for it: with publications, levels, settings, totals, the state of
 * watch and outbox. Besides, the list statement alone, the count, and a watch that finds nothing.
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

  const deep = { page: 90_000 / PAGE_SIZE + 1 };
  return [
    contest("first page", () => ids(pageSql(0)), page({})),
    contest("page at offset 90,000", () => ids(pageSql(90_000)), page(deep)),
    contest(
      "  its list statement alone",
      () => ids(pageSql(90_000)),
      async () => (await listMatomoSites(db(), sitesQuerySchema.parse({ pageSize: PAGE_SIZE, ...deep }))).map(idOf),
    ),
    search("search, 1 match", "site-4711."),
    search("search, 12,500 matches", "Harbour"),
    contest(
      "count of public sites",
      () => count(`SELECT COUNT(*) AS n FROM (${PUBLIC}) p JOIN matomo_site s ON s.idsite = p.idsite`),
      () => countPublicSites(db()),
    ),
    contest(
      `idle watch, ${SIZE.public.toLocaleString("en")} public sites`,
      async () => {
        await ids("SELECT idsite FROM portal_publication ORDER BY idsite");
        const rows = await ids(`SELECT p.idsite FROM (${PUBLIC}) p JOIN matomo_site s ON s.idsite = p.idsite`);
        return rows.length;
      },
      async () => (await runWatch()).public,
    ),
  ];
}

const idOf = (site: { id: number }) => site.id;
