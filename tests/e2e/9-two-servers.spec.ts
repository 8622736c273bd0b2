import { expect, test } from "@playwright/test";
import { startResendServer } from "@/tests/support/resend-server";
import { SECRETS, type SecondPortal, startSecondPortal, startServer } from "./second-portal";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let first: SecondPortal;
let second: { address: string; stop: () => Promise<void> };
let provider: Awaited<ReturnType<typeof startResendServer>>;
const requests: string[] = [];

test.beforeAll(async () => {
  provider = await startResendServer(({ key }, accept) => {
    requests.push(key);
    accept();
  });
  const mail = { MAIL_TRANSPORT: "resend", RESEND_BASE_URL: provider.url };
  first = await startSecondPortal(mail);
  second = await startServer(first.databaseUrl, mail);
});
test.afterAll(async () => {
  await second?.stop();
  await first?.stop();
  await provider?.stop();
});

type Answer = { status: number; outcome: string };

/** `count` calls at once, every other one to the other server. */
function callAtOnce(job: string, count: number): Promise<Answer[]> {
  const calls = Array.from({ length: count }, async (_, index): Promise<Answer> => {
    const { address } = index % 2 === 0 ? first : second;
    const answer = await fetch(`${address}/api/cron/${job}`, {
      headers: { authorization: `Bearer ${SECRETS.CRON_SECRET}` },
    });
    return { status: answer.status, outcome: (await answer.json()).outcome };
  });
  return Promise.all(calls);
}

test("E35: 20 calls at once to two servers on one database do the work once, and each Super User gets one mail", async () => {
  await callAtOnce("watch", 1);
  await callAtOnce("deliver", 1);
  await expect.poll(async () => (await callAtOnce("deliver", 1))[0]?.outcome).toBe("done");
  requests.length = 0;
  provider.taken.clear();
  const [shut] = await first.query(
    "SELECT idsite FROM matomo_site WHERE idsite NOT IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous') LIMIT 1",
  );
  await first.query("INSERT INTO matomo_access (login, idsite, access) VALUES ('anonymous', ?, 'view')", [
    Number(shut?.idsite),
  ]);

  const watches = await callAtOnce("watch", 20);
  expect(watches.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(watches.filter(({ outcome }) => outcome === "done").length).toBeGreaterThanOrEqual(1);
  const events = await first.query(
    "SELECT facts FROM portal_audit_event WHERE type = 'public-access.granted-outside' ORDER BY seq DESC LIMIT 1",
  );
  expect(JSON.parse(String(events[0]?.facts)).siteIds).toEqual([Number(shut?.idsite)]);

  const deliveries = await callAtOnce("deliver", 20);
  expect(deliveries.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const waiting = () => first.query("SELECT COUNT(*) AS n FROM portal_outbox WHERE state = 'due'");
  await expect.poll(async () => Number((await waiting())[0]?.n)).toBe(0);
  const superUsers = await first.query("SELECT DISTINCT address FROM portal_outbox WHERE kind = 'public-outside'");
  const about = requests.filter((key) => key.includes("/public-outside/"));
  expect(new Set(about).size, "one key for each Super User").toBe(superUsers.length);
  expect(about, "and no key was sent twice").toHaveLength(superUsers.length);
});
