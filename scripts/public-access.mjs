// The commands of bin/public-access by their names. The npm scripts call the same.
import { readArguments } from "./arguments.mjs";
import { loadDotEnv } from "./load-dot-env.mjs";

const COMMANDS = {
  setup: ["install: tables, account, configuration", () => import("./commands/setup.ts")],
  migrate: ["create or update the tables of Public Access", () => import("./commands/migrate.ts")],
  grants: ["print or apply the rights of its database account", () => import("./commands/grants.ts")],
  doctor: ["check settings, database, Matomo, mail and jobs", () => import("./commands/doctor.ts")],
  start: ["run the server", () => import("./start.mjs")],
  block: ["make every site private, and keep it so", () => import("./commands/block.ts")],
  "test-alert": ["send a marked alert, and see whom it reaches", () => import("./commands/test-alert.ts")],
  "audit verify": ["check the chain of the audit log", () => import("./commands/audit-verify.ts")],
  "audit export": ["write the audit log to a file", () => import("./commands/audit-export.ts")],
  statement: ["write the signed report of a month to a file", () => import("./commands/statement.ts")],
  "report verify": ["check such a file", () => import("./commands/report-verify.ts")],
  restored: ["after the tables were loaded from a backup", () => import("./commands/restored.ts")],
};
const LIST = Object.entries(COMMANDS).map(([name, [what]]) => `  ${name.padEnd(14)} ${what}`);
const USAGE = `bin/public-access COMMAND\n\n${LIST.join("\n")}\n\nEach of them explains itself with --help.`;

const words = process.argv.slice(2);
const length = [2, 1].find((count) => Object.hasOwn(COMMANDS, words.slice(0, count).join(" ")));
if (length !== undefined) await run(COMMANDS[words.slice(0, length).join(" ")], words.slice(length));
else if (words.includes("--help")) console.log(USAGE);
else {
  console.error(words.length === 0 ? USAGE : `There is no command ${words[0]}.\n\n${USAGE}`);
  process.exitCode = 2;
}

/** What a command takes, needs and may fail with: scripts/command.ts. */
async function run([, load], args) {
  const { failed = 2, lead = "", unknown, config, run: work, ...taken } = (await load()).default;
  const { values, positionals } = readArguments({ ...taken, args, refused: failed, lead });
  try {
    if (config) loadDotEnv();
    if (config === "whole") {
      // Of the log only what went wrong: its lines would stand between those of the command.
      process.env.LOG_LEVEL ??= "warn";
      (await import("@/lib/platform/env")).env();
    }
    process.exitCode = (await work(values, positionals)) ?? 0;
  } catch (error) {
    const { sentenceOf } = await import("./operator-sentence.ts");
    const isUnknown = unknown !== undefined && error.code === "outcome_unknown";
    console.error(`${isUnknown ? unknown : lead}${sentenceOf(error)}`);
    process.exitCode = isUnknown ? 3 : failed;
  } finally {
    if (config === "whole") await (await import("@/lib/platform/db/client")).disconnect();
  }
}
