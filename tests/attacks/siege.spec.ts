import { expect, test } from "@playwright/test";
import { ANNA } from "@/tests/support/small-matomo";
import { guesser, type StrangerPortal, signInAnna, startStrangerPortal, trySignIn } from "./stranger-portal";

// What an attacker would want who has no account: to keep everybody else from the portal by signing in at it, again and
// again, and to learn which logins exist by how he is sent away. What is left: he waits, and is told to come back later.

test.describe.configure({ mode: "serial", timeout: 180_000 });

const AT_ONCE = 200;
/** Structure, not speed, is judged here: a busy machine is many times slower (npm run bench -- --only siege measures). */
const SOON_MS = 5_000;
const RETRIES_OF_AN_ADDRESS = 21;

let portal: StrangerPortal;
test.beforeAll(async () => {
  portal = await startStrangerPortal();
});
test.afterAll(() => portal?.stop());

type Answer = { status: number; text: string; retryAfter: string | null };
const read = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  text: await answer.text(),
  retryAfter: answer.headers.get("retry-after"),
});

/** What is asked again and again, one after the other, while `siege` goes on. */
async function meanwhile(siege: Promise<unknown>, ask: () => Promise<Response>): Promise<(Answer & { ms: number })[]> {
  const answers: (Answer & { ms: number })[] = [];
  let isOver = false;
  void siege.finally(() => (isOver = true));
  while (!isOver) {
    const began = performance.now();
    answers.push({ ...(await read(await ask())), ms: performance.now() - began });
  }
  return answers;
}

const countOf = async (sql: string) => Number(Object.values((await portal.matomo.raw.rows(sql))[0] ?? {})[0]);
const inMatomo = () => countOf(`SELECT COUNT(*) FROM ${portal.matomo.prefix}brute_force_log`);
const refusalEvents = () => countOf("SELECT COUNT(*) FROM portal_audit_event WHERE type = 'sign-in.refused'");

test("an unknown login is refused in the words of a known one", async () => {
  const words = async (identifier: string) => {
    const { status, text } = await read(await trySignIn(portal, { identifier, password: "a guess" }));
    return [status, text];
  };
  expect(await words("nobody-at-all")).toEqual(await words(ANNA.login));
});

test(`while ${AT_ONCE} sign in at once from one address, health and lists are answered, and nobody hears of the database`, async () => {
  const cookie = await signInAnna(portal);
  const guess = await guesser(portal);
  const before = { inMatomo: await inMatomo(), events: await refusalEvents() };
  const logins = Array.from({ length: AT_ONCE }, (_, number) => (number % 2 === 0 ? "jonas" : `nobody-${number}`));
  const siege = Promise.all(
    logins.map(async (identifier) => ({
      ...{ isKnown: identifier === "jonas" },
      ...(await read(await guess({ identifier, password: "a guess", from: "198.51.100.7" }))),
    })),
  );
  const [answers, health, lists] = await Promise.all([
    siege,
    meanwhile(siege, () => fetch(`${portal.address}/api/healthz`)),
    meanwhile(siege, () => fetch(`${portal.address}/api/sites`, { headers: { cookie } })),
  ]);

  expect(health.filter(({ status, ms }) => status !== 200 || ms > SOON_MS)).toEqual([]);
  expect(lists.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([]);

  expect(answers.filter(({ text }) => /database|unexpected/.test(text))).toEqual([]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 503]));
  const sentAway = answers.filter(({ status }) => status === 503);
  expect(sentAway.filter(({ retryAfter }) => !/^[1-9]\d*$/.test(retryAfter ?? ""))).toEqual([]);
  for (const isKnown of [true, false]) {
    const words = new Set(sentAway.filter((answer) => answer.isKnown === isKnown).map(({ text }) => text));
    expect(words, "one and the same for known and unknown logins").toEqual(new Set([sentAway[0]?.text]));
  }

  // Those in flight count, so the limit of the address holds; and what a flood writes is a few events.
  expect((await inMatomo()) - before.inMatomo).toBeLessThanOrEqual(RETRIES_OF_AN_ADDRESS);
  expect((await refusalEvents()) - before.events).toBeLessThanOrEqual(10);
});

test("whoever is locked out costs the database no write", async () => {
  const before = { inMatomo: await inMatomo(), events: await refusalEvents() };
  const guess = await guesser(portal);
  await portal.matomo.raw.run(
    `INSERT INTO ${portal.matomo.prefix}brute_force_log (ip_address, attempted_at, login)
     SELECT '198.51.100.8', UTC_TIMESTAMP(), NULL FROM seq_1_to_40`,
  );
  for (let time = 0; time < 30; time++) {
    const { status, text } = await read(
      await guess({ identifier: ANNA.login, password: ANNA.password, from: "198.51.100.8" }),
    );
    expect([status, text]).toEqual([401, expect.stringContaining("sign_in_locked")]);
  }
  expect((await inMatomo()) - before.inMatomo).toBe(40);
  expect((await refusalEvents()) - before.events).toBeLessThanOrEqual(10);
});

test("of 60 who come back from the provider at once, with a made-up code, the provider is asked about four at a time", async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, number) =>
      fetch(`${portal.address}/api/auth/callback/single-sign-on?code=made-up&state=${number}`, {
        redirect: "manual",
        headers: { "x-forwarded-for": `203.0.113.${number + 1}`, cookie: "next-auth.state=made-up" },
      }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302, 503]));
  expect(portal.calledOut()).toBeGreaterThan(0);
  expect(portal.calledOutAtOnce()).toBeLessThanOrEqual(4);
});

test("when the siege is over, the next one who knows the password is let in", async () => {
  expect(await signInAnna(portal)).toContain("session");
});
