import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks, type Sql, sql } from "@/lib/platform/db/sql";
import { grantedSiteIds } from "./anonymous-access";
import { ANONYMOUS, HAS_SUPER_USER_ACCESS } from "./users";

/**
 * Every site while `anonymous` is a Super User (docs/matomo.md#anonymous): no row of `access` says so. The database
 * compares the login.
 */
const flaggedSiteIds = sql`
  SELECT s.idsite FROM \`matomo_user\` u CROSS JOIN \`matomo_site\` s WHERE u.login = ${ANONYMOUS} AND ${HAS_SUPER_USER_ACCESS}`;

/**
 * What the newest external check that could tell saw readable, though Matomo's tables say private: the findings that it
 * opens and closes (`probeFindingKinds`).
 */
const seenReadableSiteIds = sql`
  SELECT CAST(subject AS UNSIGNED) FROM portal_finding WHERE kind IN ('canary-readable', 'readable-though-private')`;

/** Sites that Matomo's own tables make readable for anyone: by a row, or because `anonymous` is a Super User. */
const publicByTablesSiteIds: Sql = sql`${grantedSiteIds} UNION ${flaggedSiteIds}`;

/**
 * Sites that are known to be public, whether a row says so at this moment or not: Matomo's bulk change takes rows away
 * for a moment, and what it may be about to write again is not private (lib/domain/watch/confirm-with-second-read.ts).
 */
const recordedSiteIds = sql`SELECT idsite FROM portal_publication`;

/** Sites that are public by a row, or may be again at any moment: what the portal can take away. */
export const removableSiteIds: Sql = sql`${grantedSiteIds} UNION ${recordedSiteIds}`;

/**
 * Sites that anyone can read, whatever makes them so: rows of `anonymous`, the Super User flag, and what the external
 * check saw, and those whose row is away for a moment. `SELECT idsite`, each once.
 */
export const publicSiteIds: Sql = sql`${publicByTablesSiteIds} UNION ${seenReadableSiteIds} UNION ${recordedSiteIds}`;

/** How many existing sites are public, of how many, and what of it the portal can take away. */
type PublicReach = {
  sites: number;
  public: number;
  /** those of the public ones that are so by a row: what blocking and making private take away */
  granted: number;
  /** `anonymous` is a Super User: every site is public, with or without a row */
  everySite: boolean;
};

/** One statement, so that the numbers belong together. */
export async function readPublicReach(db: DbClient): Promise<PublicReach> {
  type Numbers = Record<"sites" | "open" | "granted" | "flagged", number | bigint>;
  const [row] = await db.$queryRaw<Numbers[]>`
    SELECT (SELECT COUNT(*) FROM \`matomo_site\`) AS sites,
      (SELECT COUNT(*) FROM (${publicSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite) AS open,
      (SELECT COUNT(*) FROM (${removableSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite) AS granted,
      (SELECT COUNT(*) FROM \`matomo_user\` WHERE login = ${ANONYMOUS} AND ${HAS_SUPER_USER_ACCESS}) AS flagged`;
  return {
    sites: Number(row?.sites ?? 0),
    public: Number(row?.open ?? 0),
    granted: Number(row?.granted ?? 0),
    everySite: Number(row?.flagged ?? 0) > 0,
  };
}

/** How many existing sites are public. */
export function countPublicSites(db: DbClient): Promise<number> {
  return countExisting(db, publicSiteIds);
}

/** How many existing sites are public by Matomo's tables: what an external check is expected to see. */
export function countPublicByTables(db: DbClient): Promise<number> {
  return countExisting(db, publicByTablesSiteIds);
}

async function countExisting(db: DbClient, siteIds: Sql): Promise<number> {
  const rows = await db.$queryRaw<{ n: number | bigint }[]>`
    SELECT COUNT(*) AS n FROM (${siteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite`;
  return Number(rows[0]?.n ?? 0);
}

/** Every existing site that is public by Matomo's tables, ascending. */
export async function readPublicByTables(db: DbClient): Promise<number[]> {
  const rows = await db.$queryRaw<{ idsite: number }[]>`
    SELECT s.idsite FROM (${publicByTablesSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite ORDER BY s.idsite`;
  return rows.map((row) => Number(row.idsite));
}

/** How many of these sites exist and are public. */
export async function countPublicAmong(db: DbClient, siteIds: readonly number[]): Promise<number> {
  let count = 0;
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ n: number | bigint }[]>`
      SELECT COUNT(*) AS n FROM (${publicSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite
      WHERE s.idsite IN (${idList(chunk)})`;
    count += Number(rows[0]?.n ?? 0);
  }
  return count;
}
