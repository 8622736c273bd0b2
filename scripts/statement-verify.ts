// `npm run statement:verify -- FILE [--key PUBLIC_KEY] [--audit EXPORT]`: checks a signed statement, with neither
// database nor configuration. PUBLIC_KEY is a file or the key itself, as PEM or base64; EXPORT a file of
// `npm run audit:export`. Ends with 0: valid, 1: not valid, 2: could not check.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { compareWithAudit } from "@/lib/reports/statement/compare-with-audit";
import { readPublicKey } from "@/lib/reports/statement/key";
import type { Statement } from "@/lib/reports/statement/schema";
import { type StatementProblem, verifyStatement } from "@/lib/reports/statement/verify";
import { readArguments } from "./arguments.mjs";
import { errnoSentence } from "./errno-sentence.mjs";

const USAGE = `npm run statement:verify -- FILE [--key PUBLIC_KEY] [--audit EXPORT]

Checks a signed statement. Needs neither database nor configuration.

  --key    the public key you trust: a file, or the key itself
  --audit  a file of audit:export, to compare the statement with
  --help   print this

Exit code: 0 valid; 1 not valid; 2 could not check.`;

const NOT_VALID: Record<Exclude<StatementProblem, "unknown">, string> = {
  changed: "it is not byte for byte what the portal wrote: it was changed",
  signature: "the signature does not fit: it was changed, or signed by nobody",
  "other-key": "it was signed with another key than the one given with --key",
};

const { values, positionals } = readArguments({
  usage: USAGE,
  options: { key: { type: "string" }, audit: { type: "string" } },
  positionals: 1,
});

try {
  const [file] = positionals;
  if (!file) throw new Error("Say which: npm run statement:verify -- statement.json");
  const verdict = verifyStatement(readFileSync(file), values.key === undefined ? null : publicKeyOf(values.key));
  if (verdict.ok) {
    sayValid(verdict.statement, verdict.fingerprint, values.key !== undefined);
    if (values.audit !== undefined) await sayWhetherAuditFits(verdict.statement, values.audit);
  } else if (verdict.problem === "unknown") {
    throw new Error("it is no statement of this portal, or of another version of it.");
  } else {
    console.log(`The statement is NOT VALID: ${NOT_VALID[verdict.problem]}.`);
    process.exitCode = 1;
  }
} catch (error) {
  const why = errnoSentence(error) ?? (error instanceof Error ? error.message : String(error));
  console.error(`The statement could not be checked: ${why}`);
  process.exitCode = 2;
}

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

async function sayWhetherAuditFits(statement: Statement, file: string): Promise<void> {
  const fits = await compareWithAudit(statement.chain, () => createReadStream(file, "utf8"));
  if (fits.ok) console.log(`The audit log in ${file} is whole and holds the events that the statement ends with.`);
  else {
    console.log(`The audit log in ${file} does NOT FIT: ${fits.problem}.`);
    process.exitCode = 1;
  }
}
