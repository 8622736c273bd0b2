import type { DbClient } from "@/lib/platform/db/client";
import { constantSql, idList, inChunks, type Sql, sql } from "@/lib/platform/db/sql";
import { ACCESS_LEVELS, type AccessLevel, hexOf } from "./anonymous-access";
import { ANONYMOUS } from "./users";

/** Rows of anonymous on one site that are alike, byte for byte. */
export type AnonymousRows = {
  siteId: number;
  /** false for rows of a site that is gone */
  siteExists: boolean;
  /** as stored */
  login: string;
  /** the stored login is exactly `anonymous` */
  isExact: boolean;
  /** as stored */
  access: string | null;
  /** the level that Matomo honours; null when the row gives nothing */
  gives: AccessLevel | null;
  count: number;
};

type RowsAlike = {
  idsite: number;
  existing: number | null;
  login_hex: string;
  is_exact: number | bigint;
  access_hex: string | null;
  is_null: number | bigint;
  n: number | bigint;
};

/**
 * Every row of anonymous on sites where it is not simply one row `anonymous`, `view` of a site that exists: what the
 * findings are made of. One statement, two passes over the index of the login.
 * @param siteIds looks at these sites alone
 */
export async function readOddRows(db: DbClient, siteIds?: readonly number[]): Promise<AnonymousRows[]> {
  if (siteIds === undefined) return oddRows(db, sql``);
  const found: AnonymousRows[] = [];
  for (const chunk of inChunks(siteIds)) found.push(...(await oddRows(db, sql`AND a.idsite IN (${idList(chunk)})`)));
  return found;
}

async function oddRows(db: DbClient, onSites: Sql): Promise<AnonymousRows[]> {
  const isExact = constantSql(`HEX(a.login) = ${hexOf(ANONYMOUS)}`);
  const isView = constantSql(`a.access IS NOT NULL AND HEX(a.access) = ${hexOf("view")}`);
  const rows = await db.$queryRaw<RowsAlike[]>`
    SELECT a.idsite, odd.existing, HEX(a.login) AS login_hex, ${isExact} AS is_exact, HEX(a.access) AS access_hex,
      a.access IS NULL AS is_null, COUNT(*) AS n
    FROM \`matomo_access\` a JOIN (
      SELECT a.idsite, MAX(s.idsite) AS existing
      FROM \`matomo_access\` a LEFT JOIN \`matomo_site\` s ON s.idsite = a.idsite
      WHERE a.login = ${ANONYMOUS} ${onSites} GROUP BY a.idsite
      HAVING COUNT(*) > 1 OR MAX(s.idsite) IS NULL OR SUM(CASE WHEN ${isExact} AND ${isView} THEN 0 ELSE 1 END) > 0
    ) odd ON odd.idsite = a.idsite
    WHERE a.login = ${ANONYMOUS}
    GROUP BY a.idsite, existing, login_hex, is_exact, access_hex, is_null
    ORDER BY a.idsite, login_hex, access_hex`;
  return rows.map((row) => {
    const access = Number(row.is_null) === 1 ? null : textOf(row.access_hex ?? "");
    return {
      siteId: Number(row.idsite),
      siteExists: row.existing !== null,
      login: textOf(row.login_hex),
      isExact: Number(row.is_exact) === 1,
      access,
      gives: ACCESS_LEVELS.find((level) => level === access) ?? null,
      count: Number(row.n),
    };
  });
}

const textOf = (hex: string) => Buffer.from(hex, "hex").toString();
