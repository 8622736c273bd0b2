import { reportAnswer } from "./connection";

const PATIENCE_MS = 10_000;

/** Asks the portal whether it is there, and tells the shell. Any answer is one, also a refusal of a proxy before it. */
export async function askPortal(): Promise<boolean> {
  const answered = navigator.onLine && (await answers());
  reportAnswer(answered);
  return answered;
}

async function answers(): Promise<boolean> {
  try {
    await fetch("/api/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  }
}
