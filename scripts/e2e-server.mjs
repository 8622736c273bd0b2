// The web server of the end-to-end tests: the production build on a fresh demo database in a temporary folder.
// Playwright starts it with PORT and E2E_FOLDER, waits until it answers, and ends it.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isBuilt } from "./build-if-changed.mjs";
import { demoState, seedIfEmpty } from "./demo-state.mjs";
import { root } from "./ensure-installed.mjs";
import { startPortal } from "./portal-server.mjs";

function stopWith(sentence) {
  console.error(sentence);
  process.exit(1);
}

const { PORT, E2E_FOLDER } = process.env;
if (!PORT || !E2E_FOLDER) stopWith("PORT and E2E_FOLDER must be set; playwright.config.ts does it.");
if (!isBuilt())
  stopWith("There is no production build of the sources as they are. Run: node scripts/build-if-changed.mjs");

const state = demoState(E2E_FOLDER);
const baseUrl = `http://localhost:${PORT}`;
const { outcome, said } = seedIfEmpty(state, baseUrl);
if (outcome === "failed") stopWith(`The demo's data could not be made:\n${said}`);

mkdirSync(path.join(root, ".test"), { recursive: true });
writeFileSync(
  path.join(root, ".test/e2e.json"),
  JSON.stringify(
    {
      baseUrl,
      databaseUrl: state.env.DATABASE_URL,
      databaseFile: state.database,
      cronSecret: state.env.CRON_SECRET,
      mailboxDir: state.env.MAILBOX_DIR,
      loginsFile: state.loginsFile,
    },
    null,
    2,
  ),
);

const env = { ...state.env, NEXTAUTH_URL: baseUrl, PORT, HOSTNAME: "127.0.0.1" };
const portal = await startPortal(env).catch((error) => stopWith(`The portal did not start:\n${error.message}`));

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    await portal.stop();
    const complaints = portal
      .said()
      .split("\n")
      .filter((line) => line.includes('"level":50'));
    if (complaints.length > 0) console.error(`The portal logged errors:\n${complaints.join("\n")}`);
    rmSync(E2E_FOLDER, { recursive: true, force: true });
    process.exit(0);
  });
}
await portal.ended;
