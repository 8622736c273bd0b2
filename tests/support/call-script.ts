import { format } from "node:util";
import { disconnect } from "@/lib/platform/db/client";
import { forgetAll } from "@/lib/platform/once-per-process";
import { wordsOf } from "./run-script";

/** Thrown in place of the end of the process. */
class Ended extends Error {}

type Said = { code: number; stdout: string; stderr: string };

type Environment = Readonly<Record<string, string | undefined>>;

let calls = 0;

/**
 * A script of package.json as `runScript` (run-script.ts) runs it, with `env` and nothing else, but in this process,
 * which has loaded everything already: one after another, never two at once. That each of them starts in a process of
 * its own is in tests/unit/scripts/commands.test.ts.
 */
export async function callScript(name: string, args: readonly string[], env: Environment): Promise<Said> {
  const words = wordsOf(name);
  if (!words) throw new Error(`${name} is no command of bin/public-access.`);
  const found = { env: { ...process.env }, argv: process.argv, exit: process.exit, exitCode: process.exitCode };
  const { log, error } = console;
  const said: Said = { code: 0, stdout: "", stderr: "" };
  const t =
    (stream: "stdout" | "stderr") =>
    (...pieces: unknown[]) => {
      said[stream] += `${format(...pieces)}\n`;
    };
  await beginAnew(env);
  Object.assign(console, { log: t("stdout"), error: t("stderr") });
  process.argv = [process.execPath, "bin/public-access", ...words, ...args];
  process.exitCode = undefined;
  process.exit = (code) => {
    process.exitCode = code ?? 0;
    throw new Ended();
  };
  try {
    // By another name each time, so that it runs again.
    await import(/* @vite-ignore */ `@/scripts/public-access.mjs?call=${++calls}`);
  } catch (cause) {
    if (!(cause instanceof Ended)) throw cause;
  } finally {
    said.code = Number(process.exitCode ?? 0);
    Object.assign(console, { log, error });
    Object.assign(process, { argv: found.argv, exit: found.exit, exitCode: found.exitCode });
    await beginAnew(found.env);
  }
  return said;
}

/** The environment is `env`, and nobody remembers another. */
async function beginAnew(env: Environment): Promise<void> {
  await disconnect();
  for (const key of Object.keys(process.env)) if (!(key in env)) delete process.env[key];
  for (const [key, value] of Object.entries(env)) if (value !== undefined) process.env[key] = value;
  forgetAll();
}
