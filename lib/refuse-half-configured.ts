import { EnvError, env } from "@/lib/env";

/** Ends the process, naming each bad variable on standard error, unless the configuration is complete. */
export function refuseHalfConfigured(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
