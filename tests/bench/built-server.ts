import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { serverFile } from "@/scripts/build-if-changed.mjs";
import { freePort } from "@/tests/support/mariadb";
import type { SignedIn } from "@/tests/support/people";

const LONGEST_START_MS = 60_000;
const POLL_MS = 5;

/** A process that answers, under the name `origin`. `readyMs`: from its start to the first good answer. */
export type Server = { address: string; origin: string; pid: number; readyMs: number; stop: () => Promise<void> };

/**
 * The production server on a database.
 * @param configuration variables that are to be other than usual
 * @throws Error when it ends, or does not answer within a minute
 */
export async function startBuiltServer(
  databaseUrl: string,
  configuration: Record<string, string> = {},
): Promise<Server> {
  const port = await freePort();
  const env = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: `http://localhost:${port}`,
    MAIL_TRANSPORT: "mailbox",
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
    ...configuration,
  };
  return startServer([serverFile], { port, ready: "/api/healthz", cwd: path.dirname(serverFile), env });
}

/** A server of Node alone that does nothing: what a start and a request cost at least. */
export async function startEmptyServer(): Promise<Server> {
  const port = await freePort();
  const program = `require("node:http").createServer((_, answer) => answer.end("ok")).listen(${port}, "127.0.0.1")`;
  return startServer(["-e", program], { port, ready: "/" });
}

type Start = { port: number; ready: string; cwd?: string; env?: Record<string, string> };

async function startServer(args: string[], { port, ready, cwd, env }: Start): Promise<Server> {
  const began = performance.now();
  // A group of its own: Ctrl-C reaches the benchmark first, which then ends the server in good order.
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: "ignore",
    detached: true,
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    process.off("exit", kill);
    if (isOver()) return;
    child.kill("SIGTERM");
    const killer = setTimeout(kill, 5_000);
    await ended;
    clearTimeout(killer);
  };
  const address = `http://127.0.0.1:${port}`;
  const origin = `http://localhost:${port}`;
  while (!isOver() && performance.now() - began < LONGEST_START_MS) {
    const answer = await fetch(`${address}${ready}`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return { address, origin, pid: child.pid ?? 0, readyMs: performance.now() - began, stop };
    await sleep(POLL_MS);
  }
  await stop();
  throw new Error(`The server did not answer at ${ready}.`);
}

/** What the browser of somebody signed in sends along. */
export async function cookieOf({ context: { sessionId, proofId } }: SignedIn): Promise<string> {
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  return `public-access.session=${await encode({ token: { sessionId, proofId }, secret })}`;
}

/** A whole answer. @throws Error for any that is not 200 */
export async function get(address: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(address, { headers, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}: ${text.slice(0, 300)}`);
  return text;
}

/** Memory of a process in MB; null where there is no /proc. */
export function residentMb(pid: number): number | null {
  try {
    const kB = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kB === undefined ? null : Number(kB) / 1024;
  } catch {
    return null;
  }
}

/** Processor time that a process has taken so far, in ms; null where there is no /proc. */
export function processorMs(pid: number): number | null {
  try {
    // After the name in brackets, which may hold anything: the 12th and 13th field, in ticks of 10 ms.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
