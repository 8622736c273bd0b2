// `npm start`: reads .env if there is one (what the environment already says wins) and runs the built server.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { readArguments } from "./arguments.mjs";
import { errnoSentence } from "./errno-sentence.mjs";
import { isFree } from "./ports.mjs";

const USAGE = `npm start

Runs the built portal, configured by the environment and by .env. Takes no arguments; PORT in .env says where it listens.

  --help  print this`;
readArguments({ usage: USAGE, refused: 1 });

const root = path.join(import.meta.dirname, "..");
const server = path.join(root, ".next/standalone/server.js");
const envFile = path.join(root, ".env");

function stopWith(sentence) {
  console.error(sentence);
  process.exit(1);
}

try {
  if (existsSync(envFile)) process.loadEnvFile(envFile);
} catch (error) {
  stopWith(errnoSentence(error) ?? error.message);
}
if (!existsSync(server)) stopWith("The portal is not built yet. Run `npm run build` first, then `npm start`.");

const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_535) stopWith("PORT must be a port number, 1 to 65535.");
// HOSTNAME is set by many shells and containers to the machine's name, where Next would listen.
const host = "0.0.0.0";
if (!(await isFree(port, host))) {
  stopWith(
    `Port ${port} is taken by another program. Stop it, or set PORT to another port (in .env or before the command).`,
  );
}

const child = spawn(process.execPath, [server], {
  cwd: path.dirname(server),
  stdio: "inherit",
  env: { ...process.env, PORT: String(port), HOSTNAME: host },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
