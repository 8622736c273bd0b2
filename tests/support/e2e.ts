import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { demoState } from "@/scripts/demo-state.mjs";
import { startPortal } from "@/scripts/portal-server.mjs";
import { freePort } from "./mariadb";

type E2eServer = {
  baseUrl: string;
  /** `file:...` of the SQLite database that the server under test uses */
  databaseUrl: string;
  databaseFile: string;
  cronSecret: string;
  mailboxDir: string;
  /** JSON: [{ login, password, who }] */
  loginsFile: string;
};

let running: E2eServer | undefined;

/** Where the server under test is and what it was configured with. Call it inside a test or fixture. */
export function e2eServer(): E2eServer {
  if (!running) throw new Error("No server runs: take `test` from tests/e2e/portal.ts.");
  return running;
}

/** The folder with the demo's data as it is before any test; playwright.config.ts names it. */
export function demoFolder(): string {
  const folder = process.env.E2E_DEMO;
  if (!folder) throw new Error("E2E_DEMO must be set; playwright.config.ts does it.");
  return folder;
}

/**
 * A folder of one's own with a copy of the demo's data, for making it anew takes much longer; without the mails of its
 * history. The caller removes it.
 */
export function copyDemo(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "pa-e2e-"));
  cpSync(demoFolder(), folder, { recursive: true });
  rmSync(path.join(folder, "mailbox"), { recursive: true });
  return folder;
}

/**
 * Starts the built server on a copy of the demo's data; `e2eServer()` gives it from then on.
 * @returns what ends it; that gives the errors which the server logged, a line of JSON each
 */
export async function startE2eServer(): Promise<() => Promise<string[]>> {
  const folder = copyDemo();
  const { env, database, loginsFile } = demoState(folder);
  const port = String(await freePort());
  const baseUrl = `http://localhost:${port}`;
  const portal = await startPortal({ ...env, NEXTAUTH_URL: baseUrl, PORT: port, HOSTNAME: "127.0.0.1" });
  running = {
    baseUrl,
    databaseUrl: env.DATABASE_URL,
    databaseFile: database,
    cronSecret: env.CRON_SECRET,
    mailboxDir: env.MAILBOX_DIR,
    loginsFile,
  };
  return async () => {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
    return portal
      .said()
      .split("\n")
      .filter((line) => line.includes('"level":50'));
  };
}
