import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { hashSync } from "@node-rs/bcrypt";
import { residentMb, type Server, startBuiltServer } from "@/tests/bench/built-server";
import { type FilledDatabase, type Instance, superUser } from "@/tests/bench/instance";
import { SIZE, USUAL } from "@/tests/bench/size";
import { askOnTime } from "./ask-on-time";
import { everydayOf } from "./people";
import { type Strangers, startStrangers } from "./start-strangers";
import type { Sample, Sent } from "./terms";

const WARM_UP_MS = 10_000;
const QUIET_MS = 15_000;
/** How long it is looked at afterwards. */
const AFTER_MS = 10_000;
const LOOK_MS = 200;
const PER_SECOND = 20;
/** Matomo's own; the rest of the benchmark has a cheaper one, because there nobody signs in. */
const BCRYPT_COST = 10;

type Span = { from: number; to: number };
/** MB of the server's process; null where it cannot be read. */
type Resident = { before: number | null; most: number | null; after: number | null };
export type Siege = { what: string; rounds: (Sent & Span)[]; resident: Resident };
/** Moments in ms, those of the samples too. */
export type Sieges = { samples: Sample[]; quiet: Span[]; sieges: Siege[] };

/**
 * Strangers who sign in at the built server of an instance of the usual size, and what goes on meanwhile; in turns with
 * the same server when it is quiet.
 */
export async function measureSieges({ bare }: Instance, usual: FilledDatabase): Promise<Sieges> {
  await bare.query(`USE ${usual.name}`);
  const md5 = createHash("md5").update(superUser.password).digest("hex");
  await bare.query("UPDATE matomo_user SET password = ? WHERE superuser_access = 1", [hashSync(md5, BCRYPT_COST)]);
  // Enough to make private: every site is public.
  await bare.query("DELETE FROM matomo_access WHERE login = 'anonymous'");
  await bare.query(
    "INSERT INTO matomo_access (login, idsite, access) SELECT 'anonymous', idsite, 'view' FROM matomo_site",
  );
  const server = await startBuiltServer(usual.url, { TRUSTED_PROXIES: "127.0.0.1" });
  const sites = Array.from({ length: USUAL.sites }, (_, index) => index + 1);
  try {
    const everyday = await everydayOf(server, sites);
    const strangers = await startStrangers(server);
    const { samples, stop } = askOnTime(everyday);
    try {
      await sleep(WARM_UP_MS);
      const turns = await inTurns(server, strangers);
      // Only now is everything answered that was asked meanwhile.
      await stop();
      return { samples, ...turns };
    } finally {
      await stop();
      strangers.stop();
    }
  } finally {
    await server.stop();
    await bare.query(`USE ${usual.name.replace(/_usual$/, "")}`);
  }
}

async function inTurns(server: Server, strangers: Strangers): Promise<Omit<Sieges, "samples">> {
  const quiet: Span[] = [];
  const beQuiet = async () => {
    const from = Date.now();
    await sleep(QUIET_MS);
    quiet.push({ from, to: Date.now() });
  };
  const besieged = async (what: string, orders: readonly Parameters<Strangers["send"]>[0][]): Promise<Siege> => {
    const rounds: Siege["rounds"] = [];
    const before = residentMb(server.pid);
    let most = before;
    const look = setInterval(() => (most = Math.max(most ?? 0, residentMb(server.pid) ?? 0)), LOOK_MS);
    for (const order of orders) {
      await beQuiet();
      const from = Date.now();
      const sent = await strangers.send(order);
      rounds.push({ ...sent, from, to: sent.lastAnsweredAt });
      await sleep(AFTER_MS);
    }
    clearInterval(look);
    return { what, rounds, resident: { before, most, after: residentMb(server.pid) } };
  };
  const bursts = Array.from({ length: SIZE.bursts }, (_, round) => ({
    ...{ count: SIZE.burst, perSecond: null, logins: [""], addresses: [`198.51.100.${round + 1}`] },
  }));
  const count = SIZE.floodSeconds * PER_SECOND;
  const flood = { count, perSecond: PER_SECOND, logins: everyOtherKnown(), addresses: addresses(count) };
  const times = SIZE.bursts === 1 ? "" : `, ${SIZE.bursts} times`;
  const sieges = [
    await besieged(`${SIZE.burst.toLocaleString("en")} sign-ins at once from one address${times}`, bursts),
    await besieged(`${PER_SECOND} sign-ins a second for ${SIZE.floodSeconds} s from as many addresses`, [flood]),
  ];
  return { quiet, sieges };
}

/** Half are logins that exist, each tried too seldom to be locked; half are made up. */
function everyOtherKnown(): string[] {
  return Array.from({ length: USUAL.viewers }, (_, index) => [`viewer${index + 1}`, ""]).flat();
}

function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `10.9.${Math.floor(index / 250)}.${1 + (index % 250)}`);
}
