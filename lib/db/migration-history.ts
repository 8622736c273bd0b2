import { randomUUID } from "node:crypto";
import type { MigrationConnection } from "./migration-connection";
import { MigrationError } from "./migration-error";
import type { MigrationFile } from "./migration-files";

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
  ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
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

/**
 * The migrations of `files` that this database does not have yet. Makes the history table when there is none.
 * Throws `MigrationError` when one stopped half way, was edited after it had been applied, or is unknown here.
 */
export async function pendingMigrations(
  connection: MigrationConnection,
  files: readonly MigrationFile[],
): Promise<MigrationFile[]> {
  await connection.script(TABLE[connection.dialect]);
  const rows = await connection.rows(
    "SELECT migration_name, checksum, finished_at, logs FROM `_prisma_migrations` WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  const applied = new Map(rows.map((row) => [String(row.migration_name), row]));

  for (const [name, row] of applied) {
    if (row.finished_at === null) throw halfApplied(name, row.logs);
    const file = files.find((one) => one.name === name);
    if (!file) {
      throw new MigrationError(
        `This database has the migration ${name}, which this version of the portal does not know: it was migrated by a newer version. Install that version or a later one.\nNothing was changed.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        `The migration ${name} was edited after it had been applied to this database. Restore prisma/**/${name}/migration.sql as it was released.\nNothing was changed.`,
      );
    }
  }
  return files.filter((file) => !applied.has(file.name));
}

/** Applies one migration and writes it into the history, as Prisma's engine does. Throws `MigrationError`. */
export async function applyMigration(connection: MigrationConnection, file: MigrationFile, at: Date): Promise<void> {
  const id = randomUUID();
  const moment = connection.dialect === "mysql" ? at.toISOString().slice(0, 23).replace("T", " ") : at.getTime();
  await connection.run(
    "INSERT INTO `_prisma_migrations` (id, checksum, migration_name, started_at) VALUES (?, ?, ?, ?)",
    [id, file.checksum, file.name, moment],
  );
  try {
    await connection.script(file.sql);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    await connection.run("UPDATE `_prisma_migrations` SET logs = ? WHERE id = ?", [said, id]);
    throw new MigrationError(`The migration ${file.name} failed: ${said}`, { cause });
  }
  await connection.run(
    "UPDATE `_prisma_migrations` SET finished_at = ?, applied_steps_count = applied_steps_count + 1 WHERE id = ?",
    [moment, id],
  );
}

function halfApplied(name: string, logs: unknown): MigrationError {
  const said = logs ? `\nThe database had said: ${String(logs)}` : "";
  return new MigrationError(
    `The migration ${name} began on this database and did not end.${said}\nNothing was changed now. Put the cause right, then mark it: UPDATE \`_prisma_migrations\` SET rolled_back_at = started_at WHERE migration_name = '${name}' AND finished_at IS NULL; and run this again. Each statement of a migration may run twice.`,
  );
}
