// `npm run audit:export -- --out FILE`: writes the audit log as JSON lines, for `npm run audit:verify -- --file FILE`.
// Never writes over a file that is there. Ends with 0: written, 2: not written, or not to the end.
import { createWriteStream, existsSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { exportAudit } from "@/lib/audit/export";
import { now } from "@/lib/clock";
import { connect } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/errors";
import { databaseEnv } from "@/lib/env";

if (existsSync(".env")) process.loadEnvFile(".env");

try {
  const { out } = parseArgs({ options: { out: { type: "string" } } }).values;
  if (!out) throw new Error("Say where to: npm run audit:export -- --out audit.jsonl");
  const { DATABASE_URL, MATOMO_TABLE_PREFIX } = databaseEnv();
  const db = connect(DATABASE_URL, MATOMO_TABLE_PREFIX);
  try {
    // Names, addresses and reasons stand in it: for its owner alone.
    const file = createWriteStream(out, { flags: "wx", mode: 0o600 });
    await pipeline(Readable.from(exportAudit(db, now())), file);
    console.log(`The audit log was written to ${out}. Check it with: npm run audit:verify -- --file ${out}`);
  } finally {
    await db.$disconnect();
  }
} catch (error) {
  const known = translateDatabaseError(error);
  console.error(`The audit log could not be exported: ${known instanceof Error ? known.message : String(known)}`);
  process.exitCode = 2;
}
