import type { ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>["values"];

/** A command of bin/public-access, as scripts/public-access.mjs runs it. */
type Command<T extends Options> = {
  usage: string;
  options: T;
  /** how many at most; none when left out */
  positionals?: number;
  /** "database": .env is read; "whole": all of it must be in order, and the client of the process is closed at the end */
  config?: "database" | "whole";
  /** what a failure means, said before why */
  lead?: string;
  /** the same, where the answer of a commit was lost: ends with 3 */
  unknown?: string;
  /** exit code of refused arguments and of what is thrown: 2 unless said */
  failed?: number;
  /** @returns the exit code; nothing is 0 */
  run: (values: Values<T>, positionals: string[]) => Promise<number | undefined>;
};

/** For the types: `values` are those of `options`. */
export const command = <const T extends Options>(one: Command<T>): Command<T> => one;
