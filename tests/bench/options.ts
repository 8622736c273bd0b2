import { parseArgs } from "node:util";

/** In the order in which they run: those that change the instance for good come last. */
export const PARTS = ["reads", "changes", "watch", "alert", "requests", "start", "siege", "fan-out", "outbox"] as const;
export type Part = (typeof PARTS)[number];

export const HELP = `npm run bench [-- options]

  --only PART[,PART]  one or some of: ${PARTS.join(", ")}
  --small             a tenth of everything, to see that it runs; its figures say nothing
  --help              this

  reads     pages of the list of sites beside the same rows in plain SQL
  changes   publishing and revoking 1, 1,000 and 10,000 sites, and the memory that takes
  watch     a watch that finds nothing, one site and 10,000 sites, over 1,000,000 access rows
  alert     from the commit of a publication until the provider has accepted its mails
  requests  the built server: requests per second, and memory over 10,000 pages
  start     the built server: from nothing to the first answer
  siege     the built server while strangers sign in, 1,500 at once and 20 a second, beside a quiet one
  fan-out   reminders and alerts to 1,000 Super Users
  outbox    what reads the outbox when it holds 1,000,000 mails`;

/** The options of `npm run bench`; null when the help was asked for. @throws Error that says what is wrong with them */
export function parseOptions(args: readonly string[]): { parts: Part[] } | null {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: "string" }, small: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help) return null;
  const named = values.only?.split(",").map((name) => name.trim());
  const unknown = named?.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". The parts are ${PARTS.join(", ")}.`);
  return { parts: PARTS.filter((part) => named === undefined || named.includes(part)) };
}
