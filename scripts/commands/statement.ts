import { makeStatementFile, type StatementFile } from "@/lib/reports/statement/queries";
import { statementQuerySchema } from "@/lib/reports/statement/schema";
import { command } from "@/scripts/command";
import { writeNewFile } from "@/scripts/write-new-file";

export default command({
  usage: `bin/public-access statement --out FILE [--month 2026-10]

Writes the signed report of a month. Never overwrites a file.

  --out    the file to write
  --month  year and month; without it the last month that is over
  --help   print this

Exit code: 0 written; 2 not written.`,
  options: { month: { type: "string" }, out: { type: "string" } },
  config: "whole",
  lead: "No statement was written: ",
  run: async ({ month, out }) => {
    if (!out) throw new Error("Say where to: bin/public-access statement --month 2026-10 --out statement.json");
    if (month !== undefined && !statementQuerySchema.safeParse({ month }).success) {
      throw new Error(`${month} is no month. Write it as year and month: --month 2026-10`);
    }
    const { text, fileName } = sayWhyNot(await makeStatementFile(month ?? null));
    await writeNewFile(out, [text]);
    console.log(`${fileName} was written to ${out}. Check it with: bin/public-access report verify ${out}`);
  },
});

function sayWhyNot(made: StatementFile | "unsigned" | "unknown"): StatementFile {
  if (made === "unsigned") {
    throw new Error("STATEMENT_KEY is not set. Make one: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0");
  }
  if (made === "unknown") throw new Error("The portal did not watch in that month: there is nothing to state.");
  return made;
}
