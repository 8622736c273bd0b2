import type { Reader } from "@/lib/db/client";
import { readPendingMigrations } from "@/lib/db/expected-migrations";
import type { Findings } from "./findings";
import { unlessRefused } from "./unless-refused";

/** Every migration of this version was applied. */
export async function checkMigrations(db: Reader): Promise<Findings> {
  const pending = await unlessRefused(readPendingMigrations(db), []);
  const problems = pending.map((name) => `The migration ${name} is pending. Run npm run db:migrate.`);
  return { problems, warnings: [] };
}
