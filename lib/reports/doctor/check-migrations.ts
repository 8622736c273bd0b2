import type { DbClient } from "@/lib/platform/db/client";
import { EXPECTED_MIGRATIONS, readPendingMigrations } from "@/lib/platform/db/expected-migrations";
import { bad, good } from "./line";
import type { Line } from "./schema";

/** Every migration of this version was applied. @throws what the database throws when its book cannot be read */
export async function checkMigrations(db: DbClient): Promise<Line[]> {
  const pending = await readPendingMigrations(db);
  if (pending.length === 0) return [good("migrations", "migrationsDone", { count: EXPECTED_MIGRATIONS.length })];
  return pending.map((name) => bad("migrations", "migrationPending", { name }));
}
