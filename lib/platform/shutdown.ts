import { setMaxListeners } from "node:events";
import { constants } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { SECOND_MS } from "./clock";
import { logger } from "./logger";
import { oncePerProcess } from "./once-per-process";

/** From SIGTERM on: how long a call to another server may still take, how long a job may, and when all is over. */
const CALLS_MS = 5 * SECOND_MS;
const JOBS_MS = 8 * SECOND_MS;
const LAST_MS = 9.5 * SECOND_MS;

type Signal = "SIGTERM" | "SIGINT";
type Shutdown = {
  stopping: AbortController;
  /** calls to other servers are waited for no longer */
  calls: AbortController;
  /** neither are jobs */
  jobs: AbortController;
  inHand: Set<Promise<unknown>>;
  isListening: boolean;
};

const shutdown = () =>
  oncePerProcess<Shutdown>("shutdown", () => ({
    stopping: controller(),
    calls: controller(),
    jobs: controller(),
    inHand: new Set(),
    isListening: false,
  }));

/** Heard by as many as there are calls at once. */
function controller(): AbortController {
  const made = new AbortController();
  setMaxListeners(0, made.signal);
  return made;
}

/** Whether the process was told to stop: nothing new is begun. */
export function isStopping(): boolean {
  return shutdown().stopping.signal.aborted;
}

/** Calls `stop` once the process is told to stop. */
export function whenStopping(stop: () => void): void {
  shutdown().stopping.signal.addEventListener("abort", stop, { once: true });
}

/** A pause that ends early when the process is told to stop. */
export async function pauseUnlessStopping(ms: number): Promise<void> {
  await earlier(sleep(ms), shutdown().stopping.signal, () => undefined);
}

/** What a call to another server answers; or `otherwise`, if the process must go before it has answered. */
export function callUnlessGivenUp<T>(call: Promise<T>, otherwise: () => T): Promise<T> {
  return earlier(call, shutdown().calls.signal, otherwise);
}

/** What a job comes to; or what `otherwise` throws, if the process must go before it has ended. */
export function jobUnlessGivenUp<T>(job: Promise<T>, otherwise: () => never): Promise<T> {
  return earlier(job, shutdown().jobs.signal, otherwise);
}

/** Work that the process ends before it goes. */
export async function inHand<T>(work: Promise<T>): Promise<T> {
  const { inHand: all } = shutdown();
  all.add(work);
  try {
    return await work;
  } finally {
    all.delete(work);
  }
}

/**
 * Told to stop (SIGTERM, SIGINT), the process begins nothing new, ends what it has in hand and gives the rest back, and is
 * gone within 10 s. Only then does whoever listened for the signal before hear of it: Next closes its server.
 */
export function endInGoodOrder(): void {
  const { isListening } = shutdown();
  if (isListening) return;
  shutdown().isListening = true;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const others = process.listeners(signal);
    process.removeAllListeners(signal);
    process.on(signal, () => void stop(signal, others));
  }
}

async function stop(signal: Signal, others: readonly NodeJS.SignalsListener[]): Promise<void> {
  const { stopping, calls, jobs, inHand: all } = shutdown();
  if (stopping.signal.aborted) return;
  const code = 128 + constants.signals[signal];
  logger().info({ signal, inHand: all.size }, "the portal stops");
  setTimeout(() => calls.abort(), CALLS_MS);
  setTimeout(() => jobs.abort(), JOBS_MS);
  setTimeout(() => process.exit(code), LAST_MS);
  stopping.abort();
  while (all.size > 0) await Promise.allSettled(all);
  if (others.length === 0) process.exit(code);
  for (const other of others) other.call(process, signal);
}

async function earlier<T>(work: Promise<T>, signal: AbortSignal, otherwise: () => T): Promise<T> {
  let giveUp = () => {};
  const givenUp = new Promise<"given up">((resolve) => {
    giveUp = () => resolve("given up");
  });
  if (signal.aborted) giveUp();
  signal.addEventListener("abort", giveUp);
  try {
    const first = await Promise.race([work.then((result) => ({ result })), givenUp]);
    return first === "given up" ? otherwise() : first.result;
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
