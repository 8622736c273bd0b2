import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { now } from "@/lib/platform/clock";
import { connect } from "@/lib/platform/db/client";
import { migrate } from "@/lib/platform/db/migrate";
import { demoLogins } from "./data/users";
import { createMatomoTables } from "./matomo-tables";
import { seedDemo } from "./seed-demo";

// Makes the demo's database: DATABASE_URL=file:…, MATOMO_TABLE_PREFIX (default `matomo_`), DEMO_LOGINS_FILE (optional;
// gets the logins to try as JSON). Reads the environment itself: the server's configuration does not exist yet.
const { DATABASE_URL: url = "", MATOMO_TABLE_PREFIX: prefix = "matomo_", DEMO_LOGINS_FILE: loginsFile } = process.env;

if (!/^file:.+/.test(url)) stop("The demo has a database of its own: set DATABASE_URL to file:…");
if (!/^[A-Za-z0-9_]{0,32}$/.test(prefix)) stop("MATOMO_TABLE_PREFIX may hold letters, digits and _ only, at most 32.");

mkdirSync(path.dirname(url.slice("file:".length)), { recursive: true });
const db = connect(url, prefix);
try {
  await createMatomoTables(db, prefix);
  await migrate(url, prefix);
  await seedDemo(db, now());
} finally {
  await db.$disconnect();
}
if (loginsFile) writeFileSync(loginsFile, `${JSON.stringify(demoLogins, null, 2)}\n`);

function stop(problem: string): never {
  console.error(`${problem} Nothing was changed.`);
  process.exit(1);
}
