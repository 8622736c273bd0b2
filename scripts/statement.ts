// `npm run statement -- --out FILE`: writes the signed statement of the last month that is over, or with
// `--month 2026-10` of another one, for an archive. Never writes over a file that is there.
// Ends with 0: written, 2: not written.
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { disconnect } from "@/lib/db/client";
import { translateDatabaseError } from "@/lib/db/errors";
import { makeStatementFile, type StatementFile } from "@/lib/statement/queries";
import { statementQuerySchema } from "@/lib/statement/schema";

if (existsSync(".env")) process.loadEnvFile(".env");

try {
  const { month, out } = parseArgs({ options: { month: { type: "string" }, out: { type: "string" } } }).values;
  if (!out) throw new Error("Say where to: npm run statement -- --month 2026-10 --out statement.json");
  if (month !== undefined && !statementQuerySchema.safeParse({ month }).success) {
    throw new Error(`${month} is no month. Write it as year and month: --month 2026-10`);
  }
  const { text, fileName } = sayWhyNot(await makeStatementFile(month ?? null));
  // Names and reasons stand in it: for its owner alone.
  writeFileSync(out, text, { flag: "wx", mode: 0o600 });
  console.log(`${fileName} was written to ${out}. Check it with: npm run statement:verify -- ${out}`);
} catch (error) {
  const known = translateDatabaseError(error);
  console.error(`No statement was written: ${known instanceof Error ? known.message : String(known)}`);
  process.exitCode = 2;
} finally {
  await disconnect();
}

function sayWhyNot(made: StatementFile | "unsigned" | "unknown"): StatementFile {
  if (made === "unsigned") {
    throw new Error("STATEMENT_KEY is not set. Make one: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0");
  }
  if (made === "unknown") throw new Error("The portal did not watch in that month: there is nothing to state.");
  return made;
}
