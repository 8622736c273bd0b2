import { type DbClient, dialect } from "@/lib/platform/db/client";
import { prefixesAmong } from "@/lib/platform/db/require-matomo-tables";
import { env } from "@/lib/platform/env";
import { bad, good } from "./line";
import type { Line } from "./schema";

/** Whether Matomo's tables are there under the configured prefix; if not, under which they are. */
export async function checkTables(db: DbClient): Promise<Line[]> {
  const { MATOMO_TABLE_PREFIX: prefix } = env();
  const found = prefixesAmong(await readTableNames(db));
  if (found.includes(prefix)) return [good("tables", "tablesFound", { prefix: shown(prefix) })];
  if (found.length === 0) return [bad("tables", "tablesNowhere")];
  return [bad("tables", "tablesElsewhere", { prefix: shown(prefix), found: found.map(shown).join(", ") })];
}

/** An account sees the tables that it has a right on. */
async function readTableNames(db: DbClient): Promise<Set<string>> {
  const rows =
    dialect() === "mysql"
      ? await db.$queryRaw<{ name: string }[]>`
          SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()
            AND (table_name LIKE '%user' OR table_name LIKE '%access' OR table_name LIKE '%site')`
      : await db.$queryRaw<{ name: string }[]>`SELECT name FROM sqlite_master WHERE type = 'table'`;
  return new Set(rows.map(({ name }) => name));
}

function shown(prefix: string): string {
  return prefix === "" ? '""' : prefix;
}
