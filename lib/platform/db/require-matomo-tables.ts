import type { MigrationConnection } from "./migration-connection";
import { MigrationError } from "./migration-error";

/** Tables that every Matomo since 4.10 has (docs/matomo.md#tables) and the portal cannot do without. */
const NEEDED = ["user", "access", "site"] as const;

/**
 * The names of all tables. Throws `MigrationError` unless Matomo's are among them under `prefix`; the error names prefixes
 * that would do.
 */
export async function requireMatomoTables(connection: MigrationConnection, prefix: string): Promise<Set<string>> {
  const tables = await tableNames(connection);
  const missing = NEEDED.map((table) => prefix + table).filter((table) => !tables.has(table));
  if (missing.length === 0) return tables;

  const found = prefixesAmong(tables);
  const advice =
    found.length === 0
      ? "No Matomo tables were found in this database under any prefix; check DATABASE_URL."
      : `Check MATOMO_TABLE_PREFIX; prefixes found in this database: ${found.map((one) => one || "(empty)").join(", ")}.`;
  throw new MigrationError(
    `No table ${missing.map((table) => `\`${table}\``).join(", ")}. ${advice}\nNothing was changed.`,
  );
}

/** The prefixes under which these tables hold a Matomo; "" for none. */
export function prefixesAmong(tables: ReadonlySet<string>): string[] {
  return [...tables]
    .filter((table) => table.endsWith("user"))
    .map((table) => table.slice(0, -"user".length))
    .filter((candidate) => NEEDED.every((table) => tables.has(candidate + table)));
}

async function tableNames(connection: MigrationConnection): Promise<Set<string>> {
  const rows = await connection.rows(
    connection.dialect === "mysql"
      ? "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()"
      : "SELECT name FROM sqlite_master WHERE type = 'table'",
  );
  return new Set(rows.map((row) => String(row.name)));
}
