import { replaceBadSettings } from "@/lib/platform/env";
import { exitCodeOf } from "@/lib/reports/doctor/policy";
import { type Group, type Line, type SaidLine, type SaidSection, verdicts } from "@/lib/reports/doctor/schema";
import { sectionsInWords, sentencesOf } from "@/lib/reports/doctor/words";
import { command } from "@/scripts/command";
import { errnoSentence } from "@/scripts/errno-sentence.mjs";
import { loadDotEnv } from "@/scripts/load-dot-env.mjs";

export default command({
  usage: `bin/public-access doctor [--json] [--send-test ADDRESS]

Looks at the settings, the database, Matomo, the mail and the schedule. Changes nothing.

  --json               the same as JSON
  --send-test ADDRESS  sends one mail, marked as a test, by the configured way out; without it nothing is sent
  --help               print this

Exit code: 0 good, or warnings only; 1 something is bad; 2 nothing bad was found, but not everything could be looked at.`,
  options: { json: { type: "boolean" }, "send-test": { type: "string" } },
  run: async ({ json = false, "send-test": testAddress = null }) => {
    try {
      loadDotEnv();
      return await examineAndSay(json, testAddress);
    } catch (error) {
      // The words of anything else could hold what nobody should read.
      console.error(errnoSentence(error) ?? "The doctor itself failed: nothing could be looked at.");
      return 2;
    }
  },
});

/** @param without a part that is left out @returns the exit code */
export async function examineAndSay(json: boolean, testAddress: string | null, without?: Group): Promise<number> {
  // Everything that is looked at comes with these: --help needs none of it.
  const { db, disconnect } = await import("@/lib/platform/db/client");
  const { examineAll } = await import("@/lib/reports/doctor/examine-all");
  // What it says is the log; another would stand between its lines.
  replaceBadSettings({ ...process.env, LOG_LEVEL: "silent" });
  try {
    const sections = (await examineAll(db(), testAddress)).filter(({ group }) => group !== without);
    const lines = sections.flatMap((section) => section.lines);
    const exitCode = exitCodeOf(lines);
    const said = sectionsInWords(sections, "en");
    console.log(json ? asJson(said, exitCode) : [...said.map(asText), tally(lines)].join("\n\n"));
    return exitCode;
  } finally {
    await disconnect().catch(() => {});
  }
}

function asJson(sections: readonly SaidSection[], exitCode: number): string {
  const lines = sections.flatMap(({ group, lines }) => lines.map((line) => ({ group, ...line })));
  return JSON.stringify({ checkedAt: new Date().toISOString(), exitCode, lines }, null, 2);
}

function asText({ title, lines }: SaidSection): string {
  return [title, ...lines.map(lineText)].join("\n");
}

function lineText(line: SaidLine): string {
  return `  ${line.verdict.padEnd(8)} ${sentencesOf(line)}`;
}

function tally(lines: readonly Line[]): string {
  return verdicts.map((verdict) => `${verdict}: ${lines.filter((line) => line.verdict === verdict).length}`).join(", ");
}
