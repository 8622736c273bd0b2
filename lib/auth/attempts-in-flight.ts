import { networkIn } from "@/lib/platform/ip-address";
import { oncePerProcess } from "@/lib/platform/once-per-process";

/** Attempts to sign in that came before this one and are not judged yet: from its network, and for its login. */
export type Ahead = { network: number; login: number };

export const NONE_AHEAD: Ahead = { network: 0, login: 0 };

const inFlight = oncePerProcess("attempts-in-flight", () => new Map<string, number>());

/** Judges one attempt, which counts for those that come meanwhile as one that has failed already. */
export async function countedInFlight<T>(
  attempt: { ip: string | null; login: string | null },
  judge: (ahead: Ahead) => Promise<T>,
): Promise<T> {
  const from = networkIn(attempt.ip);
  const network = from && `network ${from}`;
  const login = attempt.login && `login ${attempt.login.toLowerCase()}`;
  const keys = [network, login].filter((key): key is string => key !== null && key !== "");
  const ahead = { network: numberOf(network), login: numberOf(login) };
  for (const key of keys) inFlight.set(key, numberOf(key) + 1);
  try {
    return await judge(ahead);
  } finally {
    for (const key of keys) {
      const left = numberOf(key) - 1;
      if (left > 0) inFlight.set(key, left);
      else inFlight.delete(key);
    }
  }
}

function numberOf(key: string | null): number {
  return inFlight.get(key ?? "") ?? 0;
}
