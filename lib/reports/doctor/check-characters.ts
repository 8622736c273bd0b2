import { type DbClient, dialect } from "@/lib/platform/db/client";
import { matomoRights, USUAL_RIGHTS } from "@/lib/platform/db/grants";
import { joinSql } from "@/lib/platform/db/sql";
import { env } from "@/lib/platform/env";
import { good, unknown, warning } from "./line";
import type { Line } from "./schema";

/** `charset` is null for bytes. */
type Column = { place: string; charset: string | null; collation: string | null };

/** Columns that a line names. */
const NAMED = 8;

/**
 * How Matomo's tables hold and compare text. One installation can mix collations (docs/matomo.md#collations); tables in
 * utf8mb3 or latin1 cannot hold every character, and a dump that went through binary leaves bytes where text was.
 */
export async function checkCharacters(db: DbClient): Promise<Line[]> {
  if (dialect() === "sqlite") return [];
  const { MATOMO_TABLE_PREFIX: prefix } = env();
  const columns = await readTextColumns(db, prefix);
  const compared = columns.filter(({ place }) =>
    [`${prefix}user.login`, `${prefix}access.login`, `${prefix}site.name`].includes(place),
  );
  // A column without a right on it is not seen; the rights say which.
  if (compared.length < 3) return [unknown("characters", "notReadable")];
  const found: Line[] = [];
  const bytes = columns.filter(({ charset }) => charset === null);
  if (bytes.length > 0) {
    const list = bytes.slice(0, NAMED).map(({ place }) => place);
    if (bytes.length > NAMED) list.push("…");
    found.push(warning("characters", "charactersBytes", { list: list.join(", ") }));
  }
  const narrow = [...new Set(columns.flatMap(({ charset }) => (charset === null ? [] : [nameOf(charset)])))].filter(
    (charset) => charset !== "utf8mb4",
  );
  if (narrow.length > 0) found.push(warning("characters", "charactersNarrow", { list: narrow.sort().join(", ") }));
  const collations = new Set(compared.map(({ collation }) => collation ?? "binary"));
  if (collations.size > 1) {
    const list = compared.map(({ place, collation }) => `${place}: ${collation ?? "binary"}`).join(", ");
    found.push(warning("characters", "charactersMixed", { list }));
  }
  if (found.length > 0) return found;
  return [good("characters", "value", { value: compared[0]?.collation ?? "" })];
}

/** The columns with text that the portal reads from Matomo's tables. */
async function readTextColumns(db: DbClient, prefix: string): Promise<Column[]> {
  const tables = matomoRights(prefix, USUAL_RIGHTS).map(({ table, select }) => ({ table, select }));
  const isRead = new Set(tables.flatMap(({ table, select }) => [...select].map((column) => `${table}.${column}`)));
  const columns = await db.$queryRaw<Column[]>`
    SELECT CONCAT(table_name, '.', column_name) AS place, character_set_name AS charset, collation_name AS collation
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name IN (${joinSql(tables.map(({ table }) => table))})
      AND (character_set_name IS NOT NULL OR data_type LIKE '%binary' OR data_type LIKE '%blob') ORDER BY place`;
  return columns.filter(({ place }) => isRead.has(place));
}

/** Servers write both. */
function nameOf(charset: string): string {
  return charset === "utf8" ? "utf8mb3" : charset;
}
