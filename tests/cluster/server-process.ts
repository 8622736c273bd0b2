import { spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PAUSE_MS = 20;

/**
 * A server with a folder of its own, which its command line names. Its number stands in that folder, so that every
 * process of a run can signal it; it outlives whoever started it, and the guardian ends it.
 */
export function startProcess(folder: string, program: string, args: readonly string[]): void {
  const log = openSync(path.join(folder, "log"), "a");
  const child = spawn(program, args, { detached: true, stdio: ["ignore", log, log] });
  child.unref();
  writeFileSync(path.join(folder, "process"), String(child.pid));
}

/** Signals the server and everything that it started. Harmless when it is gone. */
export function signalProcess(folder: string, signal: "SIGKILL" | "SIGTERM" | "SIGSTOP" | "SIGCONT"): void {
  const id = runningId(folder);
  if (id !== null) process.kill(-id, signal);
}

export function isRunning(folder: string): boolean {
  return runningId(folder) !== null;
}

export async function untilEnded(folder: string): Promise<void> {
  while (isRunning(folder)) await sleep(PAUSE_MS);
}

/** The last that it said. */
export function lastWords(folder: string): string {
  const log = path.join(folder, "log");
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-40).join("\n") : "";
}

/** A number may be somebody else's by now, and what has ended may not be waited for yet. */
function runningId(folder: string): number | null {
  const file = path.join(folder, "process");
  if (!existsSync(file)) return null;
  const id = Number(readFileSync(file, "utf8"));
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8").includes(folder) ? id : null;
  } catch {
    return null;
  }
}
