import type { DbClient } from "@/lib/platform/db/client";
import { constantSql, forShare, idList, idRows, inChunks, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import type { SiteId } from "@/lib/platform/site-id";
import { ANONYMOUS } from "./users";

/** Levels that Matomo honours for the login anonymous, compared byte for byte (docs/matomo.md#access-rows). */
export const ACCESS_LEVELS = ["view", "write", "admin", "superuser"] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** Text as HEX writes it, in SQL: compares bytes on every server and collation, so that `VIEW` is not taken for `view`. */
export const hexOf = (text: string) => `'${Buffer.from(text).toString("hex").toUpperCase()}'`;
const levelsInHex = ACCESS_LEVELS.map(hexOf).join(",");
const worseLevelsInHex = ACCESS_LEVELS.filter((level) => level !== "view")
  .map(hexOf)
  .join(",");
const effective = sql`HEX(a.access) IN (${constantSql(levelsInHex)})`;
/**
 * NULL, which breaks Matomo for everybody not signed in (docs/matomo.md#null-access), a capability, an unknown word.
 */
const unclearAccess = (access: string) =>
  constantSql(`(${access} IS NULL OR HEX(${access}) NOT IN (${levelsInHex},${hexOf("noaccess")}))`);

/**
 * Sites that are public by an effective row of anonymous, which is all that the portal writes and takes away:
 * `SELECT DISTINCT idsite`. The database compares the login. Whatever else makes sites public: public-sites.ts.
 */
export const grantedSiteIds: Sql = sql`
  SELECT DISTINCT a.idsite FROM \`matomo_access\` a WHERE a.login = ${ANONYMOUS} AND ${effective}`;

/** Sites where anonymous holds more than `view`, or a value the portal does not know: `SELECT DISTINCT idsite`. */
export const oddSiteIds: Sql = sql`
  SELECT DISTINCT a.idsite FROM \`matomo_access\` a WHERE a.login = ${ANONYMOUS}
    AND (${unclearAccess("a.access")} OR HEX(a.access) IN (${constantSql(worseLevelsInHex)}))`;

/** Every existing site that is public by a row, ascending. */
export async function readGrantedSiteIds(db: DbClient): Promise<number[]> {
  const rows = await db.$queryRaw<{ idsite: number }[]>`
    SELECT s.idsite FROM (${grantedSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite ORDER BY s.idsite`;
  return rows.map((row) => Number(row.idsite));
}

/** The levels that anonymous holds on each of `siteIds`; sites that are private are absent. */
export async function readAnonymousLevels(
  db: DbClient,
  siteIds: readonly number[],
): Promise<Map<number, AccessLevel[]>> {
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
 * everybody not signed in (docs/matomo.md#null-access), a capability, an unknown word. What they do is not for the
 * portal to vouch for.
 */
export async function readUnclearSiteIds(db: DbClient, siteIds: readonly number[]): Promise<Set<number>> {
  const unclear = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number }[]>`
      SELECT DISTINCT a.idsite FROM \`matomo_access\` a
      WHERE a.login = ${ANONYMOUS} AND a.idsite IN (${idList(chunk)})
        AND ${unclearAccess("a.access")}`;
    for (const row of rows) unclear.add(Number(row.idsite));
  }
  return unclear;
}

/**
 * Those of `siteIds` that are public, read as they are now; the rows that make them so cannot be changed by anybody
 * else until the transaction ends.
 */
export async function holdPublicSiteIds(tx: Tx, siteIds: readonly number[]): Promise<Set<number>> {
  const held = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await tx.db.$queryRaw<{ idsite: number }[]>`
      SELECT a.idsite FROM \`matomo_access\` a
      WHERE a.login = ${ANONYMOUS} AND a.idsite IN (${idList(chunk)}) AND ${effective} ${forShare()}`;
    for (const row of rows) held.add(Number(row.idsite));
  }
  return held;
}

/** Those of `siteIds` that hold rows of anonymous and do not exist. */
export async function readOrphanSiteIds(db: DbClient, siteIds: readonly number[]): Promise<Set<number>> {
  const orphans = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<{ idsite: number }[]>`
      SELECT DISTINCT a.idsite FROM \`matomo_access\` a LEFT JOIN \`matomo_site\` s ON s.idsite = a.idsite
      WHERE a.login = ${ANONYMOUS} AND a.idsite IN (${idList(chunk)}) AND s.idsite IS NULL`;
    for (const row of rows) orphans.add(Number(row.idsite));
  }
  return orphans;
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

/** Takes the rows of anonymous that are unclear from these sites; never one that gives access or says "none". */
export async function deleteUnclearRows(tx: Tx, siteIds: readonly number[]): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      DELETE FROM \`matomo_access\`
      WHERE login = ${ANONYMOUS} AND idsite IN (${idList(chunk)}) AND ${unclearAccess("access")}`;
  }
}

/** Takes every row of anonymous for these ids, where there is no such site at that moment. */
export async function deleteOrphanRows(tx: Tx, siteIds: readonly number[]): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    await tx.db.$executeRaw`
      DELETE FROM \`matomo_access\` WHERE login = ${ANONYMOUS} AND idsite IN (${idList(chunk)})
        AND NOT EXISTS (SELECT 1 FROM \`matomo_site\` s WHERE s.idsite = \`matomo_access\`.idsite)`;
  }
}
