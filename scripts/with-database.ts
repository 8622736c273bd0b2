import { connect, type Db } from "@/lib/platform/db/client";
import { databaseEnv, replaceBadSettings } from "@/lib/platform/env";

/** For commands that need the database and nothing else of the configuration. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const { DATABASE_URL, MATOMO_TABLE_PREFIX } = databaseEnv();
  // Of the log nothing is needed: what goes wrong, the command says.
  replaceBadSettings({ ...process.env, LOG_LEVEL: "silent" });
  const db = connect(DATABASE_URL, MATOMO_TABLE_PREFIX);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}
