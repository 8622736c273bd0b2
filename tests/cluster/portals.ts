import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, inject } from "vitest";
import { compileProgram } from "@/tests/support/portal-process";
import type { Wishes } from "./portal-program";

/** A portal process, and what it can be asked to do: many things at once, as requests come. */
export type Portal = {
  /** Rejects with the code of what was thrown. */
  ask: <K extends keyof Wishes>(name: K, ...args: Parameters<Wishes[K]>) => Promise<Awaited<ReturnType<Wishes[K]>>>;
  stop: () => Promise<void>;
};

/** Portals for the tests of a file: one on each node, in the order of the nodes, or one at each of these addresses. */
export function usePortals(
  urls: () => readonly string[] = () => inject("galera").nodes.map(({ url }) => url),
): readonly [Portal, Portal, Portal] {
  const portals: [Portal, Portal, Portal] = [ABSENT, ABSENT, ABSENT];
  let remove = () => {};
  beforeAll(async () => {
    const program = await compileProgram("portal-program", "tests/cluster");
    remove = program.remove;
    for (const [index, url] of urls().entries()) portals[index] = await startPortal(program.file, portalUrl(url));
  });
  afterAll(async () => {
    for (const portal of portals) await portal.stop();
    remove();
  });
  return portals;
}

const ABSENT: Portal = {
  ask: async () => {
    throw new Error("This portal was not started.");
  },
  stop: async () => {},
};

/** The account and the database of the tests, on another server than the first. */
function portalUrl(server: string): string {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.port = new URL(server).port;
  return url.href;
}

type Answer = { id: number; value?: never; error?: string };

/** `CLUSTER_LOG=error` prints what portals log. */
async function startPortal(file: string, url: string): Promise<Portal> {
  const env = { ...process.env, DATABASE_URL: url, LOG_LEVEL: process.env.CLUSTER_LOG ?? "silent" };
  const child = fork(file, { env, serialization: "advanced" });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on("message", ({ id, value, error }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value as never);
    else one?.reject(new Error(error));
  });
  child.once("exit", (code) => {
    for (const one of waiting.values()) one.reject(new Error(`the portal ended with ${code}`));
  });
  await once(child, "message");
  const ask: Portal["ask"] = (name, ...args) =>
    new Promise<never>((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      child.send({ id, name, args });
    });
  return { ask, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** How it came out: "ok", or the code of what was refused or failed. */
export async function outcomeOf(asked: Promise<unknown>): Promise<string> {
  try {
    const answer = await asked;
    if (typeof answer === "string") return answer;
    if (typeof answer !== "object" || answer === null || !("ok" in answer) || answer.ok === true) return "ok";
    return "code" in answer ? String(answer.code) : "refused";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
