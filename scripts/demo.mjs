// `npm run demo`: the portal as an operator would run it, on a made-up Matomo of its own. Everything it keeps is in
// .demo; `npm run demo -- --reset` starts over, `PORT=4000` or `-- --port 4000` asks for a port.
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { readArguments } from "./arguments.mjs";
import { build, isBuilt } from "./build-if-changed.mjs";
import { startDemoMatomo } from "./demo-matomo.mjs";
import { demoState, seedIfEmpty } from "./demo-state.mjs";
import { ensureInstalled, root, seconds, stopWith } from "./ensure-installed.mjs";
import { startPortal } from "./portal-server.mjs";
import { freePortFrom } from "./ports.mjs";
import { runCron } from "./run-cron.mjs";

const DEFAULT_PORT = 3000;
const USAGE = `npm run demo [-- --reset] [-- --port 4000]

Starts the portal on a made-up Matomo of its own. Everything it keeps is in .demo.

  --reset  start over: delete .demo first
  --port   the port to listen on; without it PORT, or 3000; where that is taken, the next that is free
  --help   print this`;

function whatIsAsked() {
  const { values } = readArguments({
    usage: USAGE,
    options: { reset: { type: "boolean" }, port: { type: "string" } },
    refused: 1,
  });
  const port = Number(values.port ?? process.env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) stopWith("The port must be a number, 1 to 65535.");
  return { reset: values.reset === true, wanted: port };
}

/** Says what goes on, does it, says how long it took. */
function phase(words, work) {
  const began = Date.now();
  process.stdout.write(`${words} ... `);
  const result = work();
  console.log(seconds(began));
  return result;
}

function showLogins(file) {
  if (!existsSync(file)) return;
  const logins = JSON.parse(readFileSync(file, "utf8"));
  const width = (key) => Math.max(...logins.map((one) => one[key].length));
  console.log("\nLogins to try:");
  for (const { login, password, who, totpSecret, recoveryCodes = [] } of logins) {
    console.log(`  ${login.padEnd(width("login"))}  ${password.padEnd(width("password"))}  ${who}`);
    if (!totpSecret) continue;
    console.log(`      Code: give the secret ${totpSecret} to an authenticator app (time-based, 6 digits),`);
    console.log(`      or use a recovery code, each once: ${recoveryCodes.slice(0, 2).join(", ")}`);
  }
}

const began = Date.now();
const { reset, wanted } = whatIsAsked();
ensureInstalled();

const folder = path.join(root, ".demo");
if (reset) rmSync(folder, { recursive: true, force: true });

const port = await freePortFrom(wanted);
if (!port) stopWith(`Port ${wanted} and the next 50 are taken. Choose another: npm run demo -- --port 4000`);
if (port !== wanted) console.log(`Port ${wanted} is taken; using ${port}.`);
const address = `http://localhost:${port}`;

const state = demoState(folder);
const words = existsSync(state.database) ? "Looking after the demo's database" : "Making the demo's Matomo (SQLite)";
const { outcome, said } = phase(words, () => seedIfEmpty(state, address));
if (outcome === "failed") stopWith(`The demo's data could not be made ready:\n${said}`);
if (!isBuilt()) {
  const problem = phase("Building", build);
  if (problem) stopWith(`The build failed:\n${problem}`);
}

const matomo = await startDemoMatomo(state.database, await freePortFrom(port + 1));
const env = { ...state.env, MATOMO_URL: matomo.url, NEXTAUTH_URL: address, PORT: String(port), HOSTNAME: "127.0.0.1" };
const portal = await startPortal(env).catch((error) => stopWith(`The portal did not start:\n${error.message}`));
const cron = runCron(`http://127.0.0.1:${port}`, env.CRON_SECRET);

console.log(`\nPublic Access for Matomo runs at  ${address}  (ready in ${seconds(began)})`);
showLogins(state.loginsFile);
console.log(`\nWhat strangers see of the made-up Matomo:  ${matomo.url}`);
console.log(`Mail goes to  ${address}/mailbox  (files in .demo/mailbox). Nothing leaves this machine.`);
console.log("Stop with Ctrl-C; the data stays. Start over with: npm run demo -- --reset");

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  cron.stop();
  await portal.stop();
  await matomo.stop();
  console.log("\nStopped.");
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
await portal.ended;
if (!stopping) stopWith(`The portal ended by itself:\n${portal.said()}`);
