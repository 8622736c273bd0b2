import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { keepInMemory } from "./scripts/keep-in-memory.mjs";

keepInMemory();
// Workers read this file again: what one run shares is decided once and handed on by the environment.
process.env.E2E_DEMO ??= mkdtempSync(path.join(tmpdir(), "pa-demo-"));

/** Attacks on the built server stand beside those on its parts, which vitest runs. */
const FOLDERS = ["tests/attacks", "tests/e2e"].map((folder) => path.join(import.meta.dirname, folder));
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  outputDir: "test-results",
  globalSetup: path.join(import.meta.dirname, "tests/e2e/make-demo.ts"),
  // The tests of a file tell one story on one server, in order. Each file is a project, so that it begins in a process
  // of its own, with a server and a database of its own (tests/e2e/portal.ts): files run side by side.
  projects: FOLDERS.flatMap((testDir) =>
    readdirSync(testDir)
      .filter((name) => name.endsWith(".spec.ts"))
      .sort()
      .map((name) => ({ name: name.replace(".spec.ts", ""), testDir, testMatch: name })),
  ),
  workers: 2,
  fullyParallel: false,
  retries: 0,
  failOnFlakyTests: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: ".test/e2e-report.json" }]],
  use: {
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    // Without its film, which costs a sixth of the time of every test.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: executablePath
      ? { executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] }
      : {},
  },
});
