// `npm run statement -- --out FILE`: writes the signed statement of the last month that is over, or with
// `--month 2026-10` of another one, for an archive. Never writes over a file that is there.
// Ends with 0: written, 2: not written.
import { existsSync } from "node:fs";
import { disconnect } from "@/lib/platform/db/client";
import { makeStatementFile, type StatementFile } from "@/lib/reports/statement/queries";
import { statementQuerySchema } from "@/lib/reports/statement/schema";
import { readArguments } from "./arguments.mjs";
import { sentenceOf } from "./operator-sentence";
import { writeNewFile } from "./write-new-file";

const USAGE = `npm run statement -- --out FILE [--month 2026-10]

Writes the signed statement of a month. Never overwrites a file.

  --out    the file to write
  --month  year and month; without it the last month that is over
  --help   print this`;

const { month, out } = readArguments({
  usage: USAGE,
  options: { month: { type: "string" }, out: { type: "string" } },
}).values;

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (!out) throw new Error("Say where to: npm run statement -- --month 2026-10 --out statement.json");
  if (month !== undefined && !statementQuerySchema.safeParse({ month }).success) {
    throw new Error(`${month} is no month. Write it as year and month: --month 2026-10`);
  }
  const { text, fileName } = sayWhyNot(await makeStatementFile(month ?? null));
  await writeNewFile(out, [text]);
  console.log(`${fileName} was written to ${out}. Check it with: npm run statement:verify -- ${out}`);
} catch (error) {
  console.error(`No statement was written: ${sentenceOf(error)}`);
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
