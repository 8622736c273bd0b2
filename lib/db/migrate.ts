import { now } from "@/lib/clock";
import { type MigrationConnection, openForMigration } from "./migration-connection";
import { MigrationError } from "./migration-error";
import { readMigrations } from "./migration-files";
import { applyMigration, pendingMigrations } from "./migration-history";
import { requireMatomoTables } from "./require-matomo-tables";

export type MigrationReport = { applied: string[]; alreadyThere: number };

const PREFIX_SETTING = "matomo.table_prefix";

/**
 * Brings the portal's own tables in `url` up to date, beside Matomo's tables under `prefix`. Never drops anything and
 * never touches Matomo's tables; running it again changes nothing. `folder` is for tests.
 *
 * Throws `MigrationError` in words for the operator: database not reachable, Matomo not found under the prefix, a
 * portal for another prefix in the same database, a migration that stopped half way or was edited.
 */
export async function migrate(url: string, prefix: string, folder?: string): Promise<MigrationReport> {
  const connection = await openForMigration(url);
  let keep = false;
  try {
    const files = await readMigrations(connection.dialect, folder);
    await requireMatomoTables(connection, prefix);
    const pending = await pendingMigrations(connection, files);
    if (pending.length < files.length) await requireSamePrefix(connection, prefix);
    for (const file of pending) await applyMigration(connection, file, now());
    await recordPrefix(connection, prefix);
    keep = true;
    return { applied: pending.map((file) => file.name), alreadyThere: files.length - pending.length };
  } finally {
    await connection.close(keep);
  }
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
