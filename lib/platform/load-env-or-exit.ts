import type { Env } from "@/lib/platform/env/variables";
import { configureNextAuth, EnvError, env } from "./env";

/** The configuration, also handed to next-auth. Incomplete: ends the process, naming each bad variable on standard error. */
export function loadEnvOrExit(): Env {
  try {
    configureNextAuth(env());
    return env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
