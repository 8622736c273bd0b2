// `npm run db:migrate`: makes and updates the portal's own tables beside Matomo's. Never drops, never touches Matomo's.
import { existsSync } from "node:fs";
import { migrate } from "@/lib/db/migrate";
import { MigrationError } from "@/lib/db/migration-error";
import { databaseEnv, EnvError } from "@/lib/env";

if (existsSync(".env")) process.loadEnvFile(".env");

try {
  const { DATABASE_URL, MATOMO_TABLE_PREFIX } = databaseEnv();
  const { applied, alreadyThere } = await migrate(DATABASE_URL, MATOMO_TABLE_PREFIX);
  for (const name of applied) console.log(`Applied ${name}.`);
  console.log(
    applied.length === 0
      ? `Nothing to do: all ${alreadyThere} migrations were already applied.`
      : `Done: ${applied.length} applied, ${alreadyThere} already there. Matomo's own tables were not touched.`,
  );
} catch (error) {
  if (!(error instanceof EnvError || error instanceof MigrationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
