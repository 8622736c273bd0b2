import { readFileSync } from "node:fs";
import path from "node:path";

export const root = path.join(import.meta.dirname, "../..");

type Stage = {
  name: string;
  from: string;
  user: string | null;
  /** `from`: the stage that is copied from, null: the folder of the build */
  copies: { from: string | null; what: string[]; to: string }[];
  env: Record<string, string>;
};

const instructions = readFileSync(path.join(root, "Dockerfile"), "utf8")
  .replace(/^#.*\n/gm, "")
  .replace(/\\\n/g, " ")
  .split("\n")
  .filter(Boolean);

/** The stages of the Dockerfile, in its order; the last is the portal's image. */
export const stages: readonly Stage[] = instructions.reduce<Stage[]>((list, line) => {
  const [word = "", ...rest] = line.trim().split(/\s+/);
  const stage = list.at(-1);
  if (word === "FROM") list.push({ name: rest[2] ?? "", from: rest[0] ?? "", user: null, copies: [], env: {} });
  else if (word === "USER" && stage) stage.user = rest[0] ?? null;
  else if (word === "COPY" && stage) stage.copies.push(copyOf(rest));
  else if (word === "ENV" && stage) for (const pair of rest) Object.assign(stage.env, variable(pair));
  return list;
}, []);

function copyOf(words: readonly string[]): Stage["copies"][number] {
  const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length) ?? null;
  const paths = words.filter((word) => !word.startsWith("--"));
  return { from, what: paths.slice(0, -1), to: paths.at(-1) ?? "" };
}

function variable(pair: string): Record<string, string> {
  const at = pair.indexOf("=");
  return { [pair.slice(0, at)]: pair.slice(at + 1) };
}

/** The command of HEALTHCHECK, as its words. */
export const healthCheck: readonly string[] = JSON.parse(
  instructions.find((line) => line.startsWith("HEALTHCHECK"))?.replace(/^.*?CMD /, "") ?? "[]",
);
