import { readFileSync } from "node:fs";
import path from "node:path";

export type E2eServer = {
  baseUrl: string;
  /** `file:...` of the SQLite database that the server under test uses */
  databaseUrl: string;
  databaseFile: string;
  cronSecret: string;
  mailboxDir: string;
  /** JSON: [{ login, password, who }] */
  loginsFile: string;
};

/** Where the server under test is and what it was configured with. Call it inside a test or fixture. */
export function e2eServer(): E2eServer {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, "../../.test/e2e.json"), "utf8"));
}
