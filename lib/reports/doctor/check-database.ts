import { hasPendingInvites, keepsLastSeenWithUsers } from "@/lib/matomo/version";
import { type DbClient, dialect } from "@/lib/platform/db/client";
import { type ConnectionFault, FAULT_WORDS } from "@/lib/platform/db/connection-fault";
import { undoStatement } from "@/lib/platform/db/engines";
import { isConflict, translateDatabaseError } from "@/lib/platform/db/errors";
import { readPendingMigrations } from "@/lib/platform/db/expected-migrations";
import { explainConnection } from "@/lib/platform/db/explain-connection";
import { AUDIT_TABLE, type OptionalRights } from "@/lib/platform/db/grants";
import { mysqlAddress } from "@/lib/platform/db/mysql-address";
import { missingPrivileges } from "@/lib/platform/db/privileges";
import { prefixesAmong } from "@/lib/platform/db/require-matomo-tables";
import { readTablesWithoutUndo } from "@/lib/platform/db/undo";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { bad, good, warning } from "./line";
import type { Line } from "./schema";

/** Whether DATABASE_URL leads to a database that answers. @throws what is no matter of reaching it */
export async function checkDatabase(db: DbClient): Promise<Line[]> {
  try {
    await db.$queryRaw`SELECT 1`;
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (!(cause instanceof AppError) || cause.code !== "database_unreachable") throw error;
    return [bad("database", "databaseUnreachable", { words: FAULT_WORDS[await reasonOf()] })];
  }
  return [dialect() === "sqlite" ? warning("database", "databaseEmbedded") : good("database")];
}

/** The driver's own words hold the account and the host, so they go no further. */
async function reasonOf(): Promise<ConnectionFault> {
  if (dialect() === "sqlite") return "silence";
  return (await explainConnection(mysqlAddress(env().DATABASE_URL))) ?? "silence";
}

/**
 * Whether the database takes changes: a replica, or a server in read-only mode, answers every read. Asks for a change
 * of no row. Says nothing while all is well, or where what is missing is named by another check.
 */
export async function checkWrites(db: DbClient): Promise<Line[]> {
  try {
    await db.$executeRaw`UPDATE portal_lease SET fence = fence WHERE name = ''`;
  } catch (error) {
    // Somebody else writes right now.
    if (isConflict(error)) return [];
    const cause = translateDatabaseError(error);
    const code = cause instanceof AppError ? cause.code : null;
    if (code === "database_read_only") return [bad("database", "databaseReadOnly")];
    if (code !== "schema_not_understood") throw error;
  }
  return [];
}

/** Whether Matomo's tables are there under the configured prefix; if not, under which they are. */
export async function checkTables(db: DbClient): Promise<Line[]> {
  const { MATOMO_TABLE_PREFIX: prefix } = env();
  const found = prefixesAmong(await readTableNames(db));
  if (found.includes(prefix)) return [good("tables")];
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

/** The tables and columns are there, and the account may do with them what the portal does, and no more. */
export async function checkPrivileges(db: DbClient): Promise<Line[]> {
  const { MATOMO_TABLE_PREFIX, MATOMO_SALT, WHO_WAS_ACTIVE } = env();
  // Unknown counts as yes: to take an invitation for a Super User is the worse mistake.
  const invites = await unlessRefused(hasPendingInvites(db), null);
  const pages = await unlessRefused(keepsLastSeenWithUsers(db), null);
  const optional: OptionalRights = {
    pendingInvites: invites ?? true,
    matomoSalt: MATOMO_SALT !== undefined,
    whoWasActive: WHO_WAS_ACTIVE === "off" ? "off" : pages ? "pages-and-tokens" : "tokens",
  };
  const report = await missingPrivileges(db, MATOMO_TABLE_PREFIX, optional);
  const found = [
    ...report.absent.map(({ table, column }) => absent(table, column)),
    ...report.missing.map(({ grant }) => bad("rights", "rightMissing", { grant })),
    ...report.wanting.map(({ grant }) => warning("rights", "tracesRightMissing", { grant })),
    ...report.tooMuch.map((right) => warning("rights", "rightToRewrite", { right, table: AUDIT_TABLE })),
  ];
  return found.length > 0 ? found : [good("rights")];
}

function absent(table: string, column: string | null): Line {
  const isOwn = table.startsWith("portal_") || table === "_prisma_migrations";
  return bad("rights", isOwn ? "ownMissing" : "missing", { place: column === null ? table : `${table}.${column}` });
}

/** What `read` gives, or `otherwise` where the table, column or right is missing: the check of the privileges says so. */
async function unlessRefused<T>(read: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read;
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (cause instanceof AppError && cause.code === "schema_not_understood") return otherwise;
    throw error;
  }
}

/** Every migration of this version was applied. @throws what the database throws when its book cannot be read */
export async function checkMigrations(db: DbClient): Promise<Line[]> {
  const pending = await readPendingMigrations(db);
  if (pending.length === 0) return [good("migrations")];
  return pending.map((name) => bad("migrations", "ownMissing", { place: name }));
}

/** Whether every table that is written while publishing can undo a change that fails half way. */
export async function checkEngines(db: DbClient): Promise<Line[]> {
  const found = (await readTablesWithoutUndo(db)).map(({ table, engine }) =>
    engine === null
      ? bad("engines", "engineUnseen", { table })
      : bad("engines", "engineCannotUndo", { table, found: engine, words: undoStatement(table) }),
  );
  return found.length > 0 ? found : [good("engines")];
}
