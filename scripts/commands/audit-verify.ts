import { createReadStream } from "node:fs";
import { parseSeen, type Seen } from "@/lib/ledger/audit/seen";
import { verifyExport } from "@/lib/ledger/audit/verify-export";
import type { Verdict } from "@/lib/ledger/audit/walk-chain";
import { command } from "@/scripts/command";
import { loadDotEnv } from "@/scripts/load-dot-env.mjs";

export default command({
  usage: `bin/public-access audit verify [--file FILE] [--seen NUMBER:HASH]...

Checks the chain of the audit log in the database, or in a file of audit export.

  --file  the exported file; needs neither database nor configuration
  --seen  an event as the footer of a mail shows it, such as 1234:a1b2c3d4e5f6: checks that the log still holds it;
          may be given several times
  --help  print this

Exit code: 0 unbroken, and holds what was seen; 1 not so; 2 could not check.`,
  options: { file: { type: "string" }, seen: { type: "string", multiple: true } },
  lead: "The audit log could not be checked: ",
  run: async ({ file, seen: given = [] }) => {
    const seen = given.map(readSeen);
    const verdict = file === undefined ? await verifyDatabase(seen) : await verifyFile(file, seen);
    if (!verdict.ok) {
      console.log(`The audit log is broken at event ${verdict.seq}: it ${verdict.problem}.`);
      return 1;
    }
    console.log(`The audit log is unbroken: ${verdict.events} events. Hash of the newest: ${verdict.hash}`);
    if (seen.length > 0) console.log(`It holds what was seen: ${given.join(", ")}`);
  },
});

function readSeen(text: string): Seen {
  const seen = parseSeen(text);
  if (seen === null)
    throw new Error(`--seen takes a number and 12 digits or more of a hash, 1234:a1b2c3d4e5f6: ${text}`);
  return seen;
}

function verifyFile(file: string, seen: readonly Seen[]): Promise<Verdict> {
  return verifyExport(createReadStream(file, "utf8"), seen);
}

/** Its imports come with it: a file is checked where no database client was ever made. */
async function verifyDatabase(seen: readonly Seen[]): Promise<Verdict> {
  const { verifyChain } = await import("@/lib/ledger/audit/verify");
  const { withDatabase } = await import("@/scripts/with-database");
  loadDotEnv();
  return withDatabase((db) => verifyChain(db, seen));
}
