import type { Reader } from "@/lib/db/client";
import { constantSql, idList, idRows, inChunks, type Sql, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/transaction";
import type { SiteId } from "@/lib/site-id";
import { ANONYMOUS } from "./users";

/** Levels that Matomo honours for the login anonymous (fact 18.5), compared byte for byte as Matomo does. */
const LEVELS = ["view", "write", "admin", "superuser"] as const;
export type AccessLevel = (typeof LEVELS)[number];

// HEX compares bytes on every server and collation, so that `VIEW` and `view ` are not taken for `view`.
const hexOf = (text: string) => `'${Buffer.from(text).toString("hex").toUpperCase()}'`;
const levelsInHex = LEVELS.map(hexOf).join(",");
const effective = sql`HEX(a.access) IN (${constantSql(levelsInHex)})`;

/** Sites that hold an effective row of anonymous: `SELECT DISTINCT idsite`. The database compares the login. */
export const publicSiteIds: Sql = sql`
  SELECT DISTINCT a.idsite FROM \`matomo_access\` a WHERE a.login = ${ANONYMOUS} AND ${effective}`;

/** Every public site that exists, ascending. */
export async function readPublicSiteIds(db: Reader): Promise<number[]> {
  const rows = await db.$queryRaw<{ idsite: number }[]>`
    SELECT s.idsite FROM (${publicSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite ORDER BY s.idsite`;
  return rows.map((row) => Number(row.idsite));
}

/** How many existing sites are public. */
export async function countPublicSites(db: Reader): Promise<number> {
  const rows = await db.$queryRaw<{ n: number | bigint }[]>`
    SELECT COUNT(*) AS n FROM (${publicSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite`;
  return Number(rows[0]?.n ?? 0);
}

/** The levels that anonymous holds on each of `siteIds`; sites that are private are absent. */
export async function readAnonymousLevels(db: Reader, siteIds: readonly number[]): Promise<Map<number, AccessLevel[]>> {
  const levels = new Map<number, AccessLevel[]>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number; access: AccessLevel }[]>`
      SELECT DISTINCT a.idsite, a.access FROM \`matomo_access\` a
      WHERE a.login = ${ANONYMOUS} AND a.idsite IN (${idList(chunk)}) AND ${effective}`;
    for (const row of rows) levels.set(Number(row.idsite), [...(levels.get(Number(row.idsite)) ?? []), row.access]);
  }
  return levels;
}

/**
 * Which of `siteIds` have a row of anonymous that neither gives access nor says "none": NULL, which breaks Matomo for
 * everybody not signed in (fact 18.6), a capability, an unknown word. What they do is not for the portal to vouch for.
 */
export async function readUnclearSiteIds(db: Reader, siteIds: readonly number[]): Promise<Set<number>> {
  const unclear = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number }[]>`
      SELECT DISTINCT a.idsite FROM \`matomo_access\` a
      WHERE a.login = ${ANONYMOUS} AND a.idsite IN (${idList(chunk)})
        AND (a.access IS NULL OR HEX(a.access) NOT IN (${constantSql(`${levelsInHex},${hexOf("noaccess")}`)}))`;
    for (const row of rows) unclear.add(Number(row.idsite));
  }
  return unclear;
}

/** Gives anonymous `view`. The caller has made sure that the sites exist, keeps them so, and that none is public. */
export async function insertAnonymousView(tx: Tx, siteIds: readonly SiteId[]): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      INSERT INTO \`matomo_access\` (login, idsite, access) VALUES ${idRows(chunk, `'${ANONYMOUS}'`, "'view'")}`;
  }
}

/** Takes every row of anonymous from these sites, of any level and spelling. */
export async function deleteAnonymousAccess(tx: Tx, siteIds: readonly number[]): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      DELETE FROM \`matomo_access\` WHERE login = ${ANONYMOUS} AND idsite IN (${idList(chunk)})`;
  }
}
