import { createHash, randomUUID } from "node:crypto";
import { SqlError } from "mariadb";
import type { Dialect } from "./client";
import { isLibsqlError } from "./libsql-error";
import type { MigrationConnection } from "./migration-connection";
import { MigrationError, saidBy } from "./migration-error";
import type { MigrationFile } from "./migration-files";
import { singleClauses, statementsIn } from "./migration-statements";

// The table, its columns and what stands in them are those of Prisma's own engine, so that
// `prisma migrate deploy` and `db:migrate` can follow each other on one database.
const TABLE = {
  mysql: `CREATE TABLE IF NOT EXISTS \`_prisma_migrations\` (
    \`id\` VARCHAR(36) PRIMARY KEY NOT NULL,
    \`checksum\` VARCHAR(64) NOT NULL,
    \`finished_at\` DATETIME(3),
    \`migration_name\` VARCHAR(255) NOT NULL,
    \`logs\` TEXT,
    \`rolled_back_at\` DATETIME(3),
    \`started_at\` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    \`applied_steps_count\` INTEGER UNSIGNED NOT NULL DEFAULT 0
  ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci ENGINE = InnoDB`,
  sqlite: `CREATE TABLE IF NOT EXISTS \`_prisma_migrations\` (
    \`id\` TEXT PRIMARY KEY NOT NULL,
    \`checksum\` TEXT NOT NULL,
    \`finished_at\` DATETIME,
    \`migration_name\` TEXT NOT NULL,
    \`logs\` TEXT,
    \`rolled_back_at\` DATETIME,
    \`started_at\` DATETIME NOT NULL DEFAULT current_timestamp,
    \`applied_steps_count\` INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`,
} as const;

/** A migration that is not finished: `done` of its statements are known to have run; `id` is its row, once it has one. */
export type PendingMigration = { file: MigrationFile; statements: string[]; id: string | null; done: number };

/** The table of the history. */
export const HISTORY = "_prisma_migrations";

/** A migration that no run ever came to. */
export function neverBegun(file: MigrationFile, dialect: Dialect): PendingMigration {
  return { file, statements: statementsIn(file.sql, dialect), id: null, done: 0 };
}

/** Makes the table of the history when there is none. */
export async function prepareHistory({ dialect, run }: Pick<MigrationConnection, "dialect" | "run">): Promise<void> {
  await run(TABLE[dialect]);
}

/**
 * The migrations of `files` that this database does not have yet, or not to the end. Reads only; the table of the
 * history is there. Throws `MigrationError` when one was edited after it had been applied, or is unknown here.
 */
export async function pendingMigrations(
  connection: MigrationConnection,
  files: readonly MigrationFile[],
): Promise<PendingMigration[]> {
  const rows = await connection.rows(
    "SELECT id, migration_name, checksum, finished_at, logs FROM `_prisma_migrations` WHERE rolled_back_at IS NULL ORDER BY finished_at IS NOT NULL, started_at",
  );
  const known = new Map(rows.map((row) => [String(row.migration_name), row]));

  for (const [name, row] of known) {
    const file = files.find((one) => one.name === name);
    if (!file) {
      throw new MigrationError(
        `This database has the migration ${name}, which this version of the portal does not know: it was migrated by a newer version. Install that version or a later one.\nNothing was changed.`,
      );
    }
    if (row.finished_at !== null && file.checksum !== row.checksum) throw edited(name, "applied to");
  }
  return files.filter((file) => (known.get(file.name)?.finished_at ?? null) === null).map((file) => pending(file));

  function pending(file: MigrationFile): PendingMigration {
    const fresh = neverBegun(file, connection.dialect);
    const row = known.get(file.name);
    if (!row) return fresh;
    const [, mark] = DONE.exec(String(row.logs ?? "")) ?? [];
    const done =
      mark === undefined
        ? 0
        : fresh.statements.findIndex((_, index) => markOf(fresh.statements, index + 1) === mark) + 1;
    if (mark !== undefined && done === 0) throw edited(file.name, "begun on");
    return { ...fresh, id: String(row.id), done };
  }
}

/**
 * Applies one migration and writes it into the history, as Prisma's engine does; or goes on with one that was stopped,
 * wherever that was. Each statement is written down together with what it does to rows. One that defines commits by
 * itself on MySQL: stopped between it and the note, it is found to stand already. Throws `MigrationError`.
 */
export async function applyMigration(
  connection: MigrationConnection,
  { file, statements, id: begun, done }: PendingMigration,
  at: Date,
): Promise<void> {
  const id = begun ?? randomUUID();
  const moment = connection.dialect === "mysql" ? at.toISOString().slice(0, 23).replace("T", " ") : at.getTime();
  if (begun === null) {
    await connection.together(() =>
      connection.run(
        "INSERT INTO `_prisma_migrations` (id, checksum, migration_name, started_at) VALUES (?, ?, ?, ?)",
        [id, file.checksum, file.name, moment],
      ),
    );
  }
  for (const [index, statement] of statements.entries()) {
    if (index < done) continue;
    try {
      await connection.together(async () => {
        await runStatement(connection, statement);
        await connection.run("UPDATE `_prisma_migrations` SET logs = ? WHERE id = ?", [
          `done ${markOf(statements, index + 1)}`,
          id,
        ]);
      });
    } catch (cause) {
      // Another run goes on: nothing is to be fixed.
      if (cause instanceof MigrationError) throw cause;
      throw stopped(connection, file.name, index, statements.length, cause);
    }
  }
  await connection.together(() =>
    connection.run(
      "UPDATE `_prisma_migrations` SET finished_at = ?, checksum = ?, logs = NULL, applied_steps_count = 1 WHERE id = ?",
      [moment, file.checksum, id],
    ),
  );
}

/** In `logs`, while a migration is not finished: how far it is. */
const DONE = /^done ([0-9a-f]{64})$/;

/** Stands for the first `count` statements, word for word: where one of them was edited, it is another. */
function markOf(statements: readonly string[], count: number): string {
  return createHash("sha256").update(statements.slice(0, count).join(";\n")).digest("hex");
}

function edited(name: string, after: "applied to" | "begun on"): MigrationError {
  return new MigrationError(
    `The migration ${name} was edited after it had been ${after} this database. Restore prisma/**/${name}/migration.sql as it was released.\nNothing was changed.`,
  );
}

function stopped(
  { dialect }: MigrationConnection,
  name: string,
  done: number,
  all: number,
  cause: unknown,
): MigrationError {
  const stands =
    dialect === "mysql"
      ? `${done} of its ${all} statements are applied. Fix the cause and run this again: it continues there.`
      : "Nothing was changed. Fix the cause and run this again.";
  return new MigrationError(`The migration ${name} failed: ${saidBy(cause)}\n${stands}`, { cause });
}

/**
 * Table exists, duplicate column, duplicate key name, second primary key; and of what is taken away: no such column or
 * key (ER_TABLE_EXISTS_ERROR, ER_DUP_FIELDNAME, ER_DUP_KEYNAME, ER_MULTIPLE_PRI_KEY, ER_CANT_DROP_FIELD_OR_KEY).
 */
const STANDS_ALREADY = [1050, 1060, 1061, 1068, 1091];
const STANDS_ALREADY_IN_SQLITE = [/duplicate column name|no such index/i, /(table|index) \S+ already exists/i];

/**
 * Runs a statement of a migration that may have run before. What it would define and stands already is left as it is:
 * of an `ALTER TABLE` of several clauses those that are missing are made. Statements about rows are run as they are.
 */
async function runStatement(connection: MigrationConnection, statement: string): Promise<void> {
  try {
    await connection.run(statement);
  } catch (error) {
    if (!standsAlready(error)) throw error;
    for (const clause of singleClauses(statement, connection.dialect)) await runStatement(connection, clause);
  }
}

function standsAlready(error: unknown): boolean {
  if (error instanceof SqlError) return STANDS_ALREADY.includes(error.errno);
  return isLibsqlError(error) && STANDS_ALREADY_IN_SQLITE.some((said) => said.test(error.message));
}
