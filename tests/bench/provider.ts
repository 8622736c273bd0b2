import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { startResendServer } from "@/tests/support/resend-server";

const WINDOW_MS = 1_000;
const AT_ONCE = 4;

/** A provider on this machine that behaves like Resend and notes when it accepted each mail. */
export type Provider = Awaited<ReturnType<typeof startProvider>>;

/** Takes everything at once, until `limit` says how many requests it lets through in a second. */
export async function startProvider() {
  const acceptedAt: number[] = [];
  let perSecond: number | null = null;
  let window = { since: 0, taken: 0 };
  const server = await startResendServer(({ isNew }, accept, { response, refuse }) => {
    const at = performance.now();
    if (perSecond !== null) {
      if (at - window.since >= WINDOW_MS) window = { since: at, taken: 0 };
      const isOver = window.taken >= perSecond;
      if (!isOver) window.taken += 1;
      response.setHeader("ratelimit-limit", perSecond);
      response.setHeader("ratelimit-remaining", perSecond - window.taken);
      response.setHeader("ratelimit-reset", 1);
      if (isOver) {
        response.setHeader("retry-after", 1);
        refuse(429, "rate_limit_exceeded");
        return;
      }
    }
    if (isNew) acceptedAt.push(at);
    accept();
  });
  return {
    url: server.url,
    stop: server.stop,
    limit: (requestsPerSecond: number | null) => {
      perSecond = requestsPerSecond;
    },
    /** the moments of the mails accepted since it last forgot, as `performance.now()` */
    acceptedAt: (): readonly number[] => [...acceptedAt],
    /** the requests that brought them, byte for byte but for the order of fields */
    bodies: () => [...server.taken.values()].map((mail) => JSON.stringify(mail)),
    forget: () => {
      server.forget();
      acceptedAt.length = 0;
    },
  };
}

let posted = 0;

/**
 * What somebody would write: these requests, four at once, and again after the pause that a 429 asks for.
 * @returns how many were accepted
 * @throws Error when one is refused for another reason
 */
export async function postAll(url: string, bodies: readonly string[]): Promise<number> {
  const queue = [...bodies];
  const work = async () => {
    for (let body = queue.shift(); body !== undefined; body = queue.shift()) await post(url, body);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return bodies.length;
}

async function post(url: string, body: string): Promise<void> {
  const headers = { "content-type": "application/json", "idempotency-key": `bare/${posted++}` };
  for (;;) {
    const answer = await fetch(`${url}/emails`, { method: "POST", headers, body });
    await answer.arrayBuffer();
    if (answer.ok) return;
    if (answer.status !== 429) throw new Error(`The provider answered ${answer.status}`);
    await sleep(Number(answer.headers.get("retry-after")) * 1_000);
  }
}
