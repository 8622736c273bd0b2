import { existsSync } from "node:fs";

/** Reads ENV_FILE, .env unless it is set; what the environment says already wins. */
export function loadDotEnv() {
  const file = process.env.ENV_FILE ?? ".env";
  if (existsSync(file)) process.loadEnvFile(file);
}
