import type { DbClient } from "@/lib/platform/db/client";
import { idList, inChunks, momentFromText, sql } from "@/lib/platform/db/sql";

/** What RollUpReporting calls its sites, each of which adds up others (docs/matomo.md#sites). */
const ROLL_UP = sql`s.\`type\` = 'rollup'`;
const CREATED = sql`CAST(s.ts_created AS CHAR)`;
/** Nothing, or a zero date (docs/matomo.md#versions). */
const NO_DATE = sql`COALESCE(${CREATED}, '') < '0001'`;

type ChosenSites = {
  /** those that exist */
  count: number;
  /** the earliest creation: roughly, the first data (docs/matomo.md#sites) */
  firstCreatedAt: Date | null;
  withoutDate: number;
  rollUps: number;
};

/** What is said of many sites at once. One statement for each chunk of ids. */
export async function readChosenSites(db: DbClient, siteIds: readonly number[]): Promise<ChosenSites> {
  const all: ChosenSites = { count: 0, firstCreatedAt: null, withoutDate: 0, rollUps: 0 };
  for (const chunk of inChunks(siteIds)) {
    const rows = await db.$queryRaw<
      { n: number | bigint; first: string | null; without_date: number | null; roll_ups: number | null }[]
    >`
      SELECT COUNT(*) AS n, MIN(CASE WHEN ${NO_DATE} THEN NULL ELSE ${CREATED} END) AS first,
        SUM(CASE WHEN ${NO_DATE} THEN 1 ELSE 0 END) AS without_date, SUM(CASE WHEN ${ROLL_UP} THEN 1 ELSE 0 END) AS roll_ups
      FROM \`matomo_site\` s WHERE s.idsite IN (${idList(chunk)})`;
    const [part] = rows;
    const first = momentFromText(part?.first ?? null);
    all.count += Number(part?.n ?? 0);
    all.withoutDate += Number(part?.without_date ?? 0);
    all.rollUps += Number(part?.roll_ups ?? 0);
    if (first && (!all.firstCreatedAt || first < all.firstCreatedAt)) all.firstCreatedAt = first;
  }
  return all;
}

/** How many roll-up sites there are. */
export async function countRollUps(db: DbClient): Promise<number> {
  const rows = await db.$queryRaw<{ n: number | bigint }[]>`
    SELECT COUNT(*) AS n FROM \`matomo_site\` s WHERE ${ROLL_UP}`;
  return Number(rows[0]?.n ?? 0);
}

/** A site's time zone as Matomo writes it; null when there is no such site. */
export async function readSiteTimeZone(db: DbClient, siteId: number): Promise<string | null> {
  const site = await db.matomoSite.findUnique({ where: { idsite: siteId }, select: { timezone: true } });
  return site?.timezone ?? null;
}
