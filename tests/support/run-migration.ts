// A run of the migrations in a process of its own, to be paused or killed.
// Arguments: the folder of the migrations, the pace as JSON. The database is in the environment.
import { migrate } from "@/lib/platform/db/migrate";
import { MigrationError } from "@/lib/platform/db/migration-error";

const [folder, pace = "{}"] = process.argv.slice(2);

try {
  const { applied } = await migrate(
    process.env.DATABASE_URL ?? "",
    process.env.MATOMO_TABLE_PREFIX ?? "",
    folder,
    JSON.parse(pace),
  );
  process.stdout.write(`applied ${applied.length}`);
} catch (error) {
  process.stdout.write(error instanceof MigrationError ? error.message : `not in words: ${String(error)}`);
}
