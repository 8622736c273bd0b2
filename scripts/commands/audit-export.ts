import { exportAudit } from "@/lib/ledger/audit/export";
import { now } from "@/lib/platform/clock";
import { command } from "@/scripts/command";
import { withDatabase } from "@/scripts/with-database";
import { writeNewFile } from "@/scripts/write-new-file";

export default command({
  usage: `bin/public-access audit export --out FILE

Writes the audit log as JSON lines. Never overwrites a file; the file appears when it is whole.

  --out   the file to write
  --help  print this

Exit code: 0 written; 2 not written, or not to the end.`,
  options: { out: { type: "string" } },
  config: "database",
  lead: "The audit log could not be exported: ",
  run: async ({ out }) => {
    if (!out) throw new Error("Say where to: bin/public-access audit export --out audit.jsonl");
    await withDatabase((db) => writeNewFile(out, exportAudit(db, now())));
    console.log(`The audit log was written to ${out}. Check it with: bin/public-access audit verify --file ${out}`);
  },
});
