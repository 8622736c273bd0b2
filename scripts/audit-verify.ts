// `npm run audit:verify`: walks the chain of the audit log. Ends with 0: unbroken, 1: broken, 2: could not check.
import { existsSync } from "node:fs";
import { verifyChain } from "@/lib/audit/verify";
import { connect } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/errors";
import { databaseEnv } from "@/lib/env";

if (existsSync(".env")) process.loadEnvFile(".env");

try {
  const { DATABASE_URL, MATOMO_TABLE_PREFIX } = databaseEnv();
  const db = connect(DATABASE_URL, MATOMO_TABLE_PREFIX);
  try {
    const verdict = await verifyChain(db);
    if (verdict.ok) {
      console.log(`The audit log is unbroken: ${verdict.events} events.`);
    } else {
      console.log(`The audit log is broken at event ${verdict.seq}: ${verdict.problem}`);
      process.exitCode = 1;
    }
  } finally {
    await db.$disconnect();
  }
} catch (error) {
  const known = translateDatabaseError(error);
  console.error(`The audit log could not be checked: ${known instanceof Error ? known.message : String(known)}`);
  process.exitCode = 2;
}
