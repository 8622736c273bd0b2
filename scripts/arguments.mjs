import { parseArgs } from "node:util";

/**
 * What stands behind a command. `--help` prints `usage` and ends the process with 0; what the command does not know is
 * refused with `usage` and ends it with `refused`. Both before anything was opened, read or changed.
 * @template {NonNullable<import("node:util").ParseArgsConfig["options"]>} const T
 * @param {{ usage: string, options?: T, positionals?: number, refused?: number, lead?: string, args?: string[] }} command
 *   `positionals`: how many at most; `lead`: what a refusal means, said before why
 * @returns {ReturnType<typeof parseArgs<{ options: T, allowPositionals: true }>>}
 */
export function readArguments(command) {
  const { usage, options, positionals = 0, refused = 2, lead = "", args = process.argv.slice(2) } = command;
  const refuse = (problem) => {
    console.error(`${lead}${problem}\n\n${usage}`);
    return process.exit(refused);
  };
  // Also beside a word that is unknown: whoever asks for help wants nothing done.
  if (args.includes("--help")) {
    console.log(usage);
    process.exit(0);
  }
  try {
    const read = parseArgs({ args, options, allowPositionals: positionals > 0 });
    return read.positionals.length > positionals ? refuse(`Too many: ${read.positionals.join(" ")}`) : read;
  } catch (error) {
    // The rest of it is about how to write arguments that begin with a dash.
    return refuse(error.message.split(". ")[0]);
  }
}
