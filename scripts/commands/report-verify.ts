import { createReadStream, existsSync, readFileSync } from "node:fs";
import { compareWithAudit } from "@/lib/reports/statement/compare-with-audit";
import { readPublicKey } from "@/lib/reports/statement/key";
import type { Statement } from "@/lib/reports/statement/schema";
import { type StatementProblem, verifyStatement } from "@/lib/reports/statement/verify";
import { command } from "@/scripts/command";

const NOT_VALID: Record<Exclude<StatementProblem, "unknown">, string> = {
  changed: "it is not byte for byte what the portal wrote: it was changed",
  signature: "the signature does not fit: it was changed, or signed by nobody",
  "other-key": "it was signed with another key than the one given with --key",
};

export default command({
  usage: `bin/public-access report verify FILE [--key PUBLIC_KEY] [--audit EXPORT]

Checks a signed report. Needs neither database nor configuration.

  --key    the public key you trust: a file, or the key itself, as PEM or base64
  --audit  a file of audit export, to compare the report with
  --help   print this

Exit code: 0 valid; 1 not valid; 2 could not check.`,
  options: { key: { type: "string" }, audit: { type: "string" } },
  positionals: 1,
  lead: "The statement could not be checked: ",
  run: async ({ key, audit }, [file]) => {
    if (!file) throw new Error("Say which: bin/public-access report verify statement.json");
    const verdict = verifyStatement(readFileSync(file), key === undefined ? null : publicKeyOf(key));
    if (verdict.ok) {
      sayValid(verdict.statement, verdict.fingerprint, key !== undefined);
      return audit === undefined || (await auditFits(verdict.statement, audit)) ? 0 : 1;
    }
    if (verdict.problem === "unknown") {
      throw new Error("it is no statement of this portal, or of another version of it.");
    }
    console.log(`The statement is NOT VALID: ${NOT_VALID[verdict.problem]}.`);
    return 1;
  },
});

function publicKeyOf(fileOrKey: string): string {
  const key = readPublicKey(existsSync(fileOrKey) ? readFileSync(fileOrKey, "utf8") : fileOrKey);
  if (key === null) throw new Error("--key is no Ed25519 public key, neither the text nor a file of that name.");
  return key;
}

function sayValid(statement: Statement, fingerprint: string, isKeyKnown: boolean): void {
  const { month, instance, complete, totals, chain } = statement;
  console.log(`The statement is valid: ${month}, ${instance}, sites that were public at some time: ${totals.sites}.`);
  console.log(`Signed with ${fingerprint}`);
  if (!isKeyKnown) {
    console.log("COMPARE this fingerprint with one you got elsewhere: the key was taken from the file itself, and");
    console.log("whoever changes a file can sign it with a key of their own. Or give the key you trust with --key.");
  }
  if (!complete) console.log(`The month was not over: the statement ends at ${statement.to}.`);
  if (chain.verified === null) console.log("The audit log was not checked when the statement was made.");
  else if (!chain.verified.ok) {
    console.log(
      `The AUDIT LOG WAS BROKEN when it was made, at event ${chain.verified.brokenAt}: it ${chain.verified.problem}.`,
    );
  }
}

async function auditFits(statement: Statement, file: string): Promise<boolean> {
  const fits = await compareWithAudit(statement.chain, () => createReadStream(file, "utf8"));
  console.log(
    fits.ok
      ? `The audit log in ${file} is whole and holds the events that the statement ends with.`
      : `The audit log in ${file} does NOT FIT: ${fits.problem}.`,
  );
  return fits.ok;
}
