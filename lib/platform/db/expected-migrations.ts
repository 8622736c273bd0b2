import type { DbClient } from "./client";
import { sql } from "./sql";

/**
 * The migrations that this version of the portal needs, in order. Written down, because the folders they stand in are
 * not part of a build; a test compares the two.
 */
export const EXPECTED_MIGRATIONS = [
  "20261123000000_init",
  "20261124000000_sign_in",
  "20261125000000_every_change_is_heard",
  "20261129000000_seen_from_outside",
  "20261129100000_deliveries_of_a_million_mails",
  "20261130010000_a_mail_is_its_own",
  "20261130020000_gone_at_two_watches",
  "20261130040000_a_commit_is_read_back",
  "20261130090000_annotations_seen_from_outside",
  "20261201010000_each_transaction_changes_the_head",
  "20261201050000_origins_have_an_end",
  "20261201060000_mails_have_an_end",
  "20261201120000_one_block",
] as const;

/** Those of them that this database does not have yet. */
export async function readPendingMigrations(db: DbClient): Promise<string[]> {
  const rows = await db.$queryRaw<{ migration_name: string }[]>(
    sql`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Set(rows.map((row) => row.migration_name));
  return EXPECTED_MIGRATIONS.filter((name) => !applied.has(name));
}
