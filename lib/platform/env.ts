import type { z } from "zod";
import { allProblems, problemsOf, type Source, trimmed } from "@/lib/platform/env/problems";
import { withStandIns } from "@/lib/platform/env/stand-ins";
import { databaseVariables, type Env, variableNames, variables } from "@/lib/platform/env/variables";
import { whenForgetting } from "@/lib/platform/once-per-process";

/** Thrown when the configuration is missing or malformed. `message` names each variable, never a value. */
export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration is not complete. Nothing was started.\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example for what each variable means.`,
    );
    this.name = "EnvError";
  }
}

/** Parses `source` (variables by name). Throws `EnvError` naming every bad variable at once. */
export function parseEnv(source: Source): Env {
  const sound = trimmed(source);
  const problems = allProblems(sound);
  if (problems.size > 0) throw new EnvError([...problems.values()]);
  const parsed = variables.parse(sound);
  return parsed.PROXY_ENDS_TLS ? { ...parsed, NEXTAUTH_URL: overHttps(parsed.NEXTAUTH_URL) } : parsed;
}

/** The address that browsers see when a proxy ends TLS. */
function overHttps(origin: string): string {
  return origin.replace(/^http:/, "https:");
}

/** `problem` is a sentence that holds no value; null when the variable is as it should be. */
type SettingState = { name: string; isSet: boolean; problem: string | null };

/** What is to be said of each variable, whether or not the rest is in order. */
export function settingStates(source: Source = process.env): SettingState[] {
  const sound = trimmed(source);
  const problems = allProblems(sound);
  return variableNames.map((name) => ({ name, isSet: Boolean(sound[name]), problem: problems.get(name) ?? null }));
}

/**
 * For the doctor, who looks at what is in order while the rest is not: from now on `env()` answers with stand-ins for
 * the bad variables of `source`. Whoever calls this leaves alone what a bad variable is for (`settingStates`).
 */
export function replaceBadSettings(source: Source = process.env): void {
  cached = parseEnv(withStandIns(trimmed(source)));
}

let cached: Env | undefined;
whenForgetting(() => {
  cached = undefined;
});

/** The configuration of this process, read once. The only reader of `process.env`. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Whether this is a function on Vercel, which sets `VERCEL` by itself. Nobody else may set it. */
export function runsOnVercel(): boolean {
  return process.env.VERCEL === "1";
}

/** next-auth reads its address from the environment by itself: it gets the one that everything else uses. */
export function configureNextAuth({ NEXTAUTH_URL }: Env): void {
  process.env.NEXTAUTH_URL = NEXTAUTH_URL;
}

/** The part of the configuration that commands on the database need (`db:migrate`). Throws `EnvError`. */
export function databaseEnv(source: Source = process.env): z.infer<typeof databaseVariables> {
  const sound = trimmed(source);
  const problems = problemsOf(databaseVariables, sound);
  if (problems.size > 0) throw new EnvError([...problems.values()]);
  return databaseVariables.parse(sound);
}
