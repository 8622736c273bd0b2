import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");

/**
 * A script of package.json with `env` and nothing else, and what it said. Started as npm would start it, but without
 * npm, which takes longer than the script; `npm` goes the whole way.
 */
export async function runScript(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { npm = false } = {},
): Promise<{ code: number; said: string }> {
  const child = npm
    ? spawn("npm", ["run", "--silent", name, "--", ...args], { cwd: ROOT, env })
    : spawn(process.execPath, [...starterOf(name), ...args], { cwd: ROOT, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += String(piece)));
  const [code] = await once(child, "close");
  return { code: Number(code), said: said.trim() };
}

/** The words with which bin/public-access is called by this script; null for a program of its own. */
export function wordsOf(name: string): string[] | null {
  const [, words] = /^node bin\/public-access (.+)$/.exec(started(name)) ?? [];
  return words?.split(" ") ?? null;
}

function started(name: string): string {
  return String(JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).scripts[name]);
}

function starterOf(name: string): string[] {
  const [program, ...words] = started(name).split(" ");
  if (program !== "node") throw new Error(`package.json starts ${name} in another way than the tests do.`);
  return words;
}
