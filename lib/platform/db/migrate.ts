import { SqlError } from "mariadb";
import { now } from "@/lib/platform/clock";
import { tablesWithoutUndo, tablesWithoutUndoSql, undoSentence } from "./engines";
import { isLibsqlError } from "./libsql-error";
import { type MigrationConnection, openForMigration } from "./migration-connection";
import { MigrationError, saidBy } from "./migration-error";
import { type MigrationFile, readMigrations } from "./migration-files";
import {
  applyMigration,
  HISTORY,
  neverBegun,
  type PendingMigration,
  pendingMigrations,
  prepareHistory,
} from "./migration-history";
import type { LeaseTiming } from "./migration-lease";
import { requireMatomoTables } from "./require-matomo-tables";

type MigrationReport = { applied: string[]; alreadyThere: number };

/** What `migrate` would do: the migrations in order, each with the statements that it would run. */
export type MigrationPlan = { pending: { name: string; statements: string[] }[]; alreadyThere: number };

const PREFIX_SETTING = "matomo.table_prefix";

/**
 * Brings the portal's own tables in `url` up to date, beside Matomo's tables under `prefix`. Never drops anything and
 * never touches Matomo's tables; running it again changes nothing, and continues what was stopped, wherever that was.
 * Of several runs at once, on whatever nodes of a cluster, one applies and the others wait and find it done. `folder`
 * and `pace` are for tests.
 *
 * Throws `MigrationError` in words for the operator: database not reachable, Matomo not found under the prefix, a
 * portal for another prefix in the same database, an account that may not, a migration that fails or was edited,
 * another run that does not end or took over.
 */
export async function migrate(
  url: string,
  prefix: string,
  folder?: string,
  pace?: LeaseTiming,
): Promise<MigrationReport> {
  const connection = await openForMigration(url, pace);
  let keep = false;
  try {
    const files = await readMigrations(connection.dialect, folder);
    await requireMatomoTables(connection, prefix);
    await connection.lock();
    await prepareHistory(connection);
    const pending = await pendingFor(connection, prefix, files);
    for (const migration of pending) await applyMigration(connection, migration, now());
    await connection.together(() => recordPrefix(connection, prefix));
    keep = true;
    return { applied: pending.map(({ file }) => file.name), alreadyThere: files.length - pending.length };
  } catch (error) {
    throw inWords(error);
  } finally {
    await connection.close(keep);
  }
}

/** What `migrate` would do now. Changes nothing; throws what `migrate` would throw before its first change. */
export async function planMigrations(url: string, prefix: string, folder?: string): Promise<MigrationPlan> {
  const connection = await openForMigration(url);
  try {
    const files = await readMigrations(connection.dialect, folder);
    const tables = await requireMatomoTables(connection, prefix);
    const pending = tables.has(HISTORY)
      ? await pendingFor(connection, prefix, files)
      : files.map((file) => neverBegun(file, connection.dialect));
    return {
      pending: pending.map(({ file, statements, done }) => ({ name: file.name, statements: statements.slice(done) })),
      alreadyThere: files.length - pending.length,
    };
  } catch (error) {
    throw inWords(error);
  } finally {
    await connection.close(false);
  }
}

/** What keeps the portal from publishing although every migration was applied, in sentences. Changes nothing. */
export async function readTableTroubles(url: string, prefix: string): Promise<string[]> {
  const connection = await openForMigration(url);
  try {
    if (connection.dialect === "sqlite") return [];
    const rows = await connection.rows(tablesWithoutUndoSql(prefix));
    return tablesWithoutUndo(rows.map(({ name, engine }) => ({ name, engine }))).map(undoSentence);
  } finally {
    await connection.close(false);
  }
}

async function pendingFor(
  connection: MigrationConnection,
  prefix: string,
  files: readonly MigrationFile[],
): Promise<PendingMigration[]> {
  const pending = await pendingMigrations(connection, files);
  if (pending.length < files.length) await requireSamePrefix(connection, prefix);
  return pending;
}

/** ER_DBACCESS_DENIED_ERROR, ER_TABLEACCESS_DENIED_ERROR, ER_COLUMNACCESS_DENIED_ERROR. */
const DENIED = [1044, 1142, 1143];

function inWords(error: unknown): unknown {
  const cause = error instanceof MigrationError ? error.cause : error;
  if (cause instanceof SqlError && DENIED.includes(cause.errno)) return denied(cause);
  if (error instanceof MigrationError) return error;
  if (!(error instanceof SqlError || isLibsqlError(error))) return error;
  return new MigrationError(`The database stopped the migration: ${saidBy(error)}\nRun this again: it continues.`, {
    cause: error,
  });
}

function denied(error: SqlError): MigrationError {
  return new MigrationError(
    `The account of DATABASE_URL may not do this: ${error.sqlMessage ?? error.code}.\nRun it with an account that holds SELECT, INSERT, UPDATE, CREATE, ALTER and INDEX on the database; what stands before the command wins over .env:\n  DATABASE_URL='mysql://that-account:...' bin/public-access migrate`,
    { cause: error },
  );
}

/** The portal's tables have no prefix of Matomo's: a second portal in the same database would share them. */
async function requireSamePrefix(connection: MigrationConnection, prefix: string): Promise<void> {
  const recorded = await recordedPrefix(connection);
  if (recorded === undefined || recorded === prefix) return;
  throw new MigrationError(
    `The portal tables in this database belong to the Matomo with the prefix "${recorded}", and MATOMO_TABLE_PREFIX is "${prefix}". Two portals would share one audit log and one outbox. Set MATOMO_TABLE_PREFIX=${recorded}, or give the other Matomo a database of its own.\nNothing was changed.`,
  );
}

async function recordedPrefix(connection: MigrationConnection): Promise<string | undefined> {
  const [row] = await connection.rows("SELECT `value` FROM `portal_setting` WHERE `name` = ?", [PREFIX_SETTING]);
  return row ? String(row.value) : undefined;
}

async function recordPrefix(connection: MigrationConnection, prefix: string): Promise<void> {
  if ((await recordedPrefix(connection)) !== undefined) return;
  const at = now().toISOString();
  await connection.run(
    "INSERT INTO `portal_setting` (`name`, `value`, `updated_at`, `updated_by`) VALUES (?, ?, ?, ?)",
    [
      PREFIX_SETTING,
      prefix,
      connection.dialect === "mysql" ? at.slice(0, 23).replace("T", " ") : at.replace("Z", "+00:00"),
      "migrate",
    ],
  );
}
