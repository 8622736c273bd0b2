// `npm run audit:export -- --out FILE`: writes the audit log as JSON lines, for `npm run audit:verify -- --file FILE`.
// Never writes over a file that is there. Ends with 0: written, 2: not written, or not to the end.
import { existsSync } from "node:fs";
import { exportAudit } from "@/lib/ledger/audit/export";
import { now } from "@/lib/platform/clock";
import { connect } from "@/lib/platform/db/client";
import { databaseEnv, replaceBadSettings } from "@/lib/platform/env";
import { readArguments } from "./arguments.mjs";
import { sentenceOf } from "./operator-sentence";
import { writeNewFile } from "./write-new-file";

const USAGE = `npm run audit:export -- --out FILE

Writes the audit log as JSON lines. Never overwrites a file; the file appears when it is whole.

  --out   the file to write
  --help  print this`;

const { out } = readArguments({ usage: USAGE, options: { out: { type: "string" } } }).values;

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!out) throw new Error("Say where to: npm run audit:export -- --out audit.jsonl");
  const { DATABASE_URL, MATOMO_TABLE_PREFIX } = databaseEnv();
  // The rest of the configuration is not needed, and of the log nothing: what goes wrong is said below.
  replaceBadSettings({ ...process.env, LOG_LEVEL: "silent" });
  const db = connect(DATABASE_URL, MATOMO_TABLE_PREFIX);
  try {
    await writeNewFile(out, exportAudit(db, now()));
    console.log(`The audit log was written to ${out}. Check it with: npm run audit:verify -- --file ${out}`);
  } finally {
    await db.$disconnect();
  }
} catch (error) {
  console.error(`The audit log could not be exported: ${sentenceOf(error)}`);
  process.exitCode = 2;
}
