// `npm run audit:verify`: walks the chain of the audit log in the database, or with `-- --file FILE` that of an export,
// for which neither database nor configuration is needed. Ends with 0: unbroken, 1: broken, 2: could not check.
import { createReadStream, existsSync } from "node:fs";
import { verifyExport } from "@/lib/audit/verify-export";
import type { Verdict } from "@/lib/audit/walk-chain";
import { readArguments } from "./arguments.mjs";
import { sentenceOf } from "./operator-sentence";

const USAGE = `npm run audit:verify [-- --file FILE]

Checks the chain of the audit log in the database, or in a file of audit:export.

  --file  the exported file; needs neither database nor configuration
  --help  print this

Exit code: 0 unbroken; 1 broken; 2 could not check.`;

const { file } = readArguments({ usage: USAGE, options: { file: { type: "string" } } }).values;

try {
  const verdict = file === undefined ? await verifyDatabase() : await verifyFile(file);
  if (verdict.ok) {
    console.log(`The audit log is unbroken: ${verdict.events} events. Hash of the newest: ${verdict.hash}`);
  } else {
    console.log(`The audit log is broken at event ${verdict.seq}: it ${verdict.problem}.`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`The audit log could not be checked: ${sentenceOf(error)}`);
  process.exitCode = 2;
}

function verifyFile(file: string): Promise<Verdict> {
  return verifyExport(createReadStream(file, "utf8"));
}

/** Its imports come with it: a file is checked where no database client was ever made. */
async function verifyDatabase(): Promise<Verdict> {
  const { verifyChain } = await import("@/lib/audit/verify");
  const { connect } = await import("@/lib/db/client");
  const { databaseEnv, standInForBadSettings } = await import("@/lib/env");
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { DATABASE_URL, MATOMO_TABLE_PREFIX } = databaseEnv();
  // The rest of the configuration is not needed, and of the log nothing: what goes wrong is said above.
  standInForBadSettings({ ...process.env, LOG_LEVEL: "silent" });
  const db = connect(DATABASE_URL, MATOMO_TABLE_PREFIX);
  try {
    return await verifyChain(db);
  } finally {
    await db.$disconnect();
  }
}
