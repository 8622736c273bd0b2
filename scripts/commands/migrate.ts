import { type MigrationPlan, migrate, planMigrations, readTableTroubles } from "@/lib/platform/db/migrate";
import { databaseEnv } from "@/lib/platform/env";
import { command } from "@/scripts/command";

export default command({
  usage: `bin/public-access migrate [--dry-run]

Creates and updates the tables of Public Access in the database of DATABASE_URL. Never touches Matomo's tables. Safe to
run again: what is done is skipped, and a run that was stopped is continued.

  --dry-run  print the statements that would run, and change nothing
  --help     print this`,
  options: { "dry-run": { type: "boolean" } },
  config: "database",
  failed: 1,
  run: async (values) => {
    // Without the `--` before it npm takes the option for its own, and says so only here.
    const isDryRun = values["dry-run"] === true || process.env.npm_config_dry_run === "true";
    const { DATABASE_URL, MATOMO_TABLE_PREFIX } = databaseEnv();
    if (isDryRun) sayPlan(await planMigrations(DATABASE_URL, MATOMO_TABLE_PREFIX));
    else await migrateAndSay(DATABASE_URL, MATOMO_TABLE_PREFIX);
  },
});

function sayPlan({ pending, alreadyThere }: MigrationPlan): void {
  for (const { name, statements } of pending) {
    console.log([`-- ${name}`, ...statements.map((statement) => `${statement};`), ""].join("\n"));
  }
  console.log(`-- Dry run: ${pending.length} to apply, ${alreadyThere} already there. Nothing was changed.`);
}

async function migrateAndSay(url: string, prefix: string): Promise<void> {
  const { applied, alreadyThere } = await migrate(url, prefix);
  for (const name of applied) console.log(`Applied ${name}.`);
  console.log(
    applied.length === 0
      ? `Nothing to do: all ${alreadyThere} migrations were already applied.`
      : `Done: ${applied.length} applied, ${alreadyThere} already there. Matomo's own tables were not touched.`,
  );
  for (const trouble of await readTableTroubles(url, prefix)) console.error(trouble);
}
