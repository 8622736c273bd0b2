import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serverFile } from "./build-if-changed.mjs";

const START_TIMEOUT_MS = 60_000;

/**
 * Starts the built server with the configuration `env` and waits until it answers. Its own lines are shown only when
 * something goes wrong. Throws when it ends before it answers; the error's message is what it said.
 */
export async function startPortal(env) {
  let said = "";
  const child = spawn(process.execPath, [serverFile], {
    cwd: path.dirname(serverFile),
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: Ctrl-C reaches this process first, which then ends the server in good order.
    detached: true,
    env: { PATH: process.env.PATH, TZ: process.env.TZ, NODE_ENV: "production", ...env },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said = (said + chunk).slice(-100_000);
    });
  }
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(killer);
  };
  process.once("exit", () => child.kill("SIGKILL"));

  const address = `http://127.0.0.1:${env.PORT}/sign-in`;
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(said.trim() || `the server ended with ${child.exitCode}`);
    const answer = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(10_000) }).catch(
      () => undefined,
    );
    if (answer && answer.status < 500) return { stop, ended, said: () => said };
    if (answer) said += `\n${address} answered ${answer.status}`;
    await sleep(150);
  }
  await stop();
  throw new Error(said.trim() || "the server did not answer in time");
}
