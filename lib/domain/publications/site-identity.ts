import { type DbClient, dialect } from "@/lib/platform/db/client";
import { constantSql, idList, inChunks, joinSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { Tx } from "@/lib/platform/db/transaction";
import { isAnotherSite, type SiteIdentity } from "./same-site";

/** Portal tables that remember which site they mean, in `site_name`, `site_url` and `site_created`. */
type Remembering = "portal_publication" | "portal_paused" | "portal_former_publication";

const CREATED = sql`CAST(s.ts_created AS CHAR)`;
/** What tells the site `s` from another one under its id, as the portal stores it, in the order of its columns. */
export const identityOfSite = () => sql`${storable(sql`s.name`)}, ${storable(sql`s.main_url`)}, ${CREATED}`;
export const IDENTITY_COLUMNS = sql`site_name, site_url, site_created`;

/** Whether the site `s` reads otherwise than its publication `pub` remembers, or nothing is remembered; in SQL. */
export const readsOtherwise = () => sql`
  (s.idsite IS NOT NULL AND (pub.site_name IS NULL OR ${joinSql(
    [
      sql`pub.site_name <> ${bytes(storable(sql`s.name`))}`,
      sql`pub.site_url <> ${bytes(storable(sql`s.main_url`))}`,
      sql`COALESCE(pub.site_created, '') <> COALESCE(${bytes(CREATED)}, '')`,
    ],
    " OR ",
  )}))`;

/** Longer than core makes names and addresses, and short enough for the portal's columns in any characters. */
const STORED_LENGTH = 2_000;

/** Well-formed UTF-8, as HEX writes it. */
const UTF8_IN_HEX = constantSql(
  "'^([0-7].|(C[2-9A-F]|D.)[89AB].|E0[AB].[89AB].|E[1-9A-C]([89AB].){2}|ED[89].[89AB].|E[EF]([89AB].){2}|F0[9AB].([89AB].){2}|F[1-3]([89AB].){3}|F48.([89AB].){2})*$'",
);

/**
 * A text of Matomo's as the portal's columns hold it, whatever type and length its column has there. Bytes that are no
 * UTF-8 cannot be stored as such: each of them becomes a character of its own.
 */
function storable(column: Sql): Sql {
  if (dialect() === "sqlite") return column;
  return sql`LEFT(CASE WHEN CHARSET(${column}) <> 'binary' OR HEX(${column}) REGEXP ${UTF8_IN_HEX}
    THEN CONVERT(${column} USING utf8mb4) ELSE CONVERT(CONVERT(${column} USING latin1) USING utf8mb4) END,
    ${constantSql(String(STORED_LENGTH))})`;
}

/** The portal's tables hold any character; Matomo's may be of another character set and collation. */
function bytes(column: Sql): Sql {
  return dialect() === "mysql" ? sql`CONVERT(${column} USING utf8mb4) COLLATE utf8mb4_bin` : column;
}

type Row = {
  idsite: number;
  site_name: string | null;
  site_url: string | null;
  site_created: string | null;
  name: string;
  main_url: string;
  created: string | null;
};

/** Those of `siteIds` that Matomo has given to another site than the one that `table` means. */
export async function givenToAnother(
  reader: DbClient,
  table: Remembering,
  siteIds: readonly number[],
): Promise<Set<number>> {
  const another = new Set<number>();
  for (const chunk of inChunks(siteIds)) {
    const rows = await reader.$queryRaw<Row[]>`
      SELECT r.idsite, r.site_name, r.site_url, r.site_created, ${storable(sql`s.name`)} AS name,
        ${storable(sql`s.main_url`)} AS main_url, ${CREATED} AS created
      FROM ${constantSql(table)} r JOIN \`matomo_site\` s ON s.idsite = r.idsite WHERE r.idsite IN (${idList(chunk)})`;
    for (const row of rows) {
      const remembered = rememberedIn(row);
      const now = { name: row.name, url: row.main_url, created: row.created };
      if (remembered && isAnotherSite(remembered, now)) another.add(Number(row.idsite));
    }
  }
  return another;
}

/** Null for what was recorded before the portal remembered which site it meant: then it means the one there is. */
function rememberedIn({ site_name, site_url, site_created }: Omit<Row, "name" | "main_url">): SiteIdentity | null {
  return site_name === null ? null : { name: site_name, url: site_url ?? "", created: site_created };
}

/** Remembers of these publications which site they mean, as it is called now. */
export async function rememberSites(tx: Tx, siteIds: readonly number[]): Promise<void> {
  for (const chunk of inChunks(siteIds)) {
    const ofSite = (value: Sql) =>
      sql`(SELECT ${value} FROM \`matomo_site\` s WHERE s.idsite = portal_publication.idsite)`;
    await tx.db.$executeRaw`
      UPDATE portal_publication SET site_name = ${ofSite(storable(sql`s.name`))},
        site_url = ${ofSite(storable(sql`s.main_url`))},
        site_created = ${ofSite(CREATED)}
      WHERE idsite IN (${idList(chunk)})`;
  }
}
