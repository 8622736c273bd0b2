import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";

// Workers read this file again: what one run shares is decided once and handed on by the environment.
process.env.E2E_FOLDER ??= mkdtempSync(path.join(tmpdir(), "pa-e2e-"));
process.env.E2E_PORT ??= findFreePort();

const baseURL = `http://localhost:${process.env.E2E_PORT}`;
const executablePath = process.env.CHROMIUM_PATH;

/** Playwright wants its configuration at once, so a child is asked. */
function findFreePort(): string {
  const program = `const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})`;
  return spawnSync(process.execPath, ["-e", program], { encoding: "utf8" }).stdout.trim();
}

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // The tests tell one story on one database.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  failOnFlakyTests: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: ".test/e2e-report.json" }]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: executablePath
      ? { executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] }
      : {},
  },
  webServer: {
    command: "node scripts/e2e-server.mjs",
    url: `${baseURL}/sign-in`,
    env: { PORT: process.env.E2E_PORT, E2E_FOLDER: process.env.E2E_FOLDER },
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
    stderr: "pipe",
  },
});
