import { type DbClient, dialect } from "@/lib/platform/db/client";
import { joinSql, sql } from "@/lib/platform/db/sql";
import { env } from "@/lib/platform/env";

/** Columns as `table.column`, the table without Matomo's prefix. */
export type SeenColumns = { has: (column: `${string}.${string}`) => boolean; hasTable: (table: string) => boolean };

/**
 * Which columns of these tables are there for this account to read. Of a column on which it has no right, no server
 * says that it is there. One statement; it never fails because something is absent.
 */
export async function readSeenColumns(db: DbClient, tables: readonly string[]): Promise<SeenColumns> {
  const names = new Map(tables.map((table) => [`${env().MATOMO_TABLE_PREFIX}${table}`.toLowerCase(), table]));
  const rows = await columnRows(db, [...tables.map((table) => env().MATOMO_TABLE_PREFIX + table)]);
  const seen = new Set(rows.map((row) => `${names.get(row.place.toLowerCase())}.${row.name.toLowerCase()}`));
  return {
    has: (column) => seen.has(column),
    hasTable: (table) => [...seen].some((column) => column.startsWith(`${table}.`)),
  };
}

function columnRows(db: DbClient, tables: string[]): Promise<{ place: string; name: string }[]> {
  if (dialect() === "mysql") {
    return db.$queryRaw`
      SELECT table_name AS place, column_name AS name FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name IN (${joinSql(tables)})`;
  }
  const each = tables.map((table) => sql`SELECT ${table} AS place, name FROM pragma_table_info(${table})`);
  return db.$queryRaw`${joinSql(each, " UNION ALL ")}`;
}
