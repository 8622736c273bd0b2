import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "mariadb";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import type { SignedIn } from "@/tests/support/people";
import { commandsOn } from "./changes";
import { statementsOf } from "./count-statements";
import { ageCommands, emptyOutbox } from "./outbox-state";
import { type Provider, postAll } from "./provider";
import { privateSites } from "./seed";
import { SIZE } from "./size";

/** What Resend lets through unless it says otherwise (docs of its API, "Rate limit"). */
const DOCUMENTED_LIMIT = 5;
const WINDOW_MS = 1_000;

/** How long each mail took, in ms: since the commit, or since the first request on the bare side. */
export type Latencies = { what: string; bareMs: number[]; productMs: number[]; statements: number };

/**
 * From the commit of a publication until the provider has accepted each mail about it, by what follows a response of the
 * portal (lib/messaging/mail/deliver-soon.ts). Bare: the same requests to the same provider. Each publication is its person's first
 * within a minute; those that follow are held for a digest on purpose and are not measured here.
 */
export async function measureAlerts(bare: Connection, person: SignedIn, provider: Provider): Promise<Latencies[]> {
  await emptyOutbox(bare);
  await ageCommands(bare);
  const mails = `${SIZE.superUsers} mails`;
  const sides = { bare, person, provider };
  const free = await measureLatencies({ what: `${mails}, ${SIZE.alerts} times`, times: SIZE.alerts, restMs: 0 }, sides);
  provider.limit(DOCUMENTED_LIMIT);
  const times = SIZE.alertsUnderLimit;
  const what = `${mails}, ${times} times, ${DOCUMENTED_LIMIT} requests a second`;
  const limited = await measureLatencies({ what, times, restMs: WINDOW_MS }, sides);
  provider.limit(null);
  return [free, limited];
}

/** `restMs`: before each turn, so that it meets a provider whose window is new. */
type Plan = { what: string; times: number; restMs: number };
type Sides = { bare: Connection; person: SignedIn; provider: Provider };

async function measureLatencies({ what, times, restMs }: Plan, { bare, person, provider }: Sides): Promise<Latencies> {
  const { prove, publish, revoke } = commandsOn(privateSites(1), person);
  const alert = async (deliver: () => Promise<unknown> = deliverDue) => {
    await prove();
    await publish();
    const committed = performance.now();
    await deliver();
    return provider.acceptedAt().map((at) => at - committed);
  };
  const post = async (bodies: readonly string[]) => {
    const began = performance.now();
    await postAll(provider.url, bodies);
    return provider.acceptedAt().map((at) => at - began);
  };
  const rest = async () => {
    provider.forget();
    await sleep(restMs);
  };
  const calm = async () => {
    await revoke();
    await emptyOutbox(bare);
    await ageCommands(bare);
    await rest();
  };

  let statements: string[] = [];
  await alert(async () => {
    statements = await statementsOf(deliverDue);
  });
  const bodies = provider.bodies();
  await calm();
  const latencies: Latencies = { what, bareMs: [], productMs: [], statements: statements.length };
  for (let turn = 0; turn < times; turn++) {
    const posted = await post(bodies);
    await rest();
    const took = await alert();
    await calm();
    if (took.length !== SIZE.superUsers || posted.length !== took.length) {
      throw new Error(`${what}: ${posted.length} requests and ${took.length} mails for ${SIZE.superUsers} Super Users`);
    }
    latencies.bareMs.push(...posted);
    latencies.productMs.push(...took);
  }
  return latencies;
}
