import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, isBuilt } from "./build-if-changed.mjs";
import { startDemoMatomo } from "./demo-matomo.mjs";
import { demoState, seedIfEmpty } from "./demo-state.mjs";
import { startPortal } from "./portal-server.mjs";
import { freePortFrom } from "./ports.mjs";

/** Away from the port of `npm run demo`, which may run meanwhile. */
const FIRST_PORT = 4300;

/**
 * The demo as `npm run demo` starts it, fresh in a temporary folder: watched once, its mails delivered, then still. Builds
 * when the sources have changed. Throws with what went wrong.
 * @returns `address`; `person`, a Super User who signs in with a password alone; the `database` file; `stop`, which leaves
 *   nothing behind
 */
export async function startDemoPortal() {
  buildIfChanged();
  const folder = mkdtempSync(path.join(tmpdir(), "pa-demo-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const port = await freePortFrom(FIRST_PORT);
  if (!port) throw new Error(`No port is free from ${FIRST_PORT} on.`);
  const address = `http://localhost:${port}`;
  const state = demoState(folder);
  const { outcome, said } = seedIfEmpty(state, address);
  if (outcome === "failed") throw new Error(`The demo's data could not be made:\n${said}`);

  const matomo = await startDemoMatomo(state.database, await freePortFrom(port + 1));
  const own = { MATOMO_URL: matomo.url, NEXTAUTH_URL: address, PORT: String(port), HOSTNAME: "127.0.0.1" };
  const portal = await startPortal({ ...state.env, ...own });
  for (const job of ["watch", "probe", "reminders", "deliver"])
    await callCron(`http://127.0.0.1:${port}`, job, state.env);
  const logins = JSON.parse(readFileSync(state.loginsFile, "utf8"));
  return {
    address,
    person: logins.find(({ totpSecret }) => !totpSecret),
    database: state.database,
    stop: async () => {
      await portal.stop();
      await matomo.stop();
      remove();
    },
  };
}

/** The production build of the sources as they are. Throws with what the build said. */
export function buildIfChanged() {
  if (isBuilt()) return;
  console.log("Building ...");
  const problem = build();
  if (problem) throw new Error(`The build failed:\n${problem}`);
}

async function callCron(address, job, { CRON_SECRET }) {
  const answer = await fetch(`${address}/api/cron/${job}`, { headers: { Authorization: `Bearer ${CRON_SECRET}` } });
  if (!answer.ok) throw new Error(`The ${job} run answered ${answer.status}: ${await answer.text()}`);
}
