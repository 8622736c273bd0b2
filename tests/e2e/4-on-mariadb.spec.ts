import { createServer, type Server } from "node:http";
import { startPortal } from "@/scripts/portal-server.mjs";
import { freePort } from "@/tests/support/mariadb";
import type { RawConnection } from "@/tests/support/raw-connection";
import { ANNA, type SmallMatomo, startSmallMatomo } from "@/tests/support/small-matomo";
import { expect, expectPublished, openProof, search, signIn, test } from "./portal";

test.describe.configure({ mode: "serial" });

const CRON_SECRET = "cron-secret-of-the-mariadb-run";

type Accepted = { key: string; to: string[]; subject: string; html: string; text: string };

let matomo: SmallMatomo;
let raw: RawConnection;
let provider: { server: Server; accepted: Accepted[] };
let portal: Awaited<ReturnType<typeof startPortal>>;
let secondPortal: Awaited<ReturnType<typeof startPortal>>;
let address = "";
let secondAddress = "";

/** A mail provider in Resend's place: takes every mail and remembers it. */
async function startProvider(port: number) {
  const accepted: Accepted[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      accepted.push({ ...JSON.parse(body), key: String(request.headers["idempotency-key"]) });
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ id: `mail-${accepted.length}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { server, accepted };
}

test.beforeAll(async () => {
  const providerPort = await freePort();
  provider = await startProvider(providerPort);
  matomo = await startSmallMatomo();
  raw = matomo.raw;
  const port = await freePort();
  address = `http://localhost:${port}`;
  const configuration = {
    DATABASE_URL: matomo.url,
    MATOMO_TABLE_PREFIX: matomo.prefix,
    MATOMO_URL: "https://stats.example/",
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: "a secret of the mariadb run, long enough",
    CRON_SECRET,
    MAIL_TRANSPORT: "resend",
    MAIL_FROM: "Public Access <alerts@portal.example>",
    RESEND_API_KEY: "re_test",
    RESEND_BASE_URL: `http://127.0.0.1:${providerPort}`,
    HOSTNAME: "127.0.0.1",
    LOG_LEVEL: "warn",
  };
  portal = await startPortal({ ...configuration, PORT: String(port) });
  const secondPort = await freePort();
  secondAddress = `http://localhost:${secondPort}`;
  secondPortal = await startPortal({ ...configuration, PORT: String(secondPort) });
});

test.afterAll(async () => {
  await portal?.stop();
  await secondPortal?.stop();
  provider?.server.close();
  await matomo?.stop();
});

async function cron(job: string, server = address): Promise<Record<string, unknown>> {
  const response = await fetch(`${server}/api/cron/${job}`, { headers: { authorization: `Bearer ${CRON_SECRET}` } });
  return { ...(await response.json()), status: response.status };
}

/** `count` calls at once, every other one to the other server. */
function cronAtOnce(job: string, count: number): Promise<Record<string, unknown>[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => cron(job, index % 2 === 0 ? address : secondAddress)));
}

test("on MariaDB, under the published rights and another prefix: publish, and the provider gets one mail for each Super User", async ({
  page,
}) => {
  await page.goto(`${address}/sign-in`);
  await signIn(page, ANNA);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("0 of 3 sites are public");
  await search(page, "متحف");
  const proof = await openProof(page, /^Make public… متحف/, "Offen für alle");
  await proof.getByLabel("Your Matomo password").fill(ANNA.password);
  await proof.getByRole("button", { name: "Make 1 site public" }).click();
  await expectPublished(page, 1);
  await page.getByRole("link", { name: "See public sites" }).click();
  await expect(heading).toHaveText("1 of 3 sites is public");

  const rows = await raw.rows("SELECT login, idsite, access FROM px7_access");
  expect(rows).toEqual([{ login: "anonymous", idsite: 2, access: "view" }]);
  await expect.poll(() => provider.accepted.length).toBe(2);
  await cron("deliver");
  expect(provider.accepted.map((mail) => mail.to.join()).sort()).toEqual([
    "anna@people.example",
    "jonas@people.example",
  ]);
  expect(new Set(provider.accepted.map((mail) => mail.key)).size).toBe(2);
  for (const mail of provider.accepted) expect(mail.text).toContain("متحف الشمال 🎉");
});

test("on MariaDB, a row inserted by SQL in another spelling is announced once", async () => {
  await raw.run("INSERT INTO px7_access (login, idsite, access) VALUES ('ānonymoüs', 1, 'view')");
  expect(await cron("watch")).toMatchObject({ outcome: "done", appeared: 1 });
  expect(await cron("watch")).toMatchObject({ outcome: "done", appeared: 0 });
  // One mail to each of the two: that it is public, and that it is so by another spelling.
  await expect.poll(() => provider.accepted.length).toBe(4);
  await cron("deliver");
  expect(provider.accepted).toHaveLength(4);
  for (const mail of provider.accepted.slice(2)) expect(mail.text).toContain("Energie & Wasser");
  expect(provider.accepted.slice(2).filter(({ text }) => text.includes("ānonymoüs"))).toHaveLength(2);
});

test("E35: 20 calls at once to two servers on one database do the work once, and each Super User gets one mail", async () => {
  provider.accepted.length = 0;
  await raw.run("INSERT INTO px7_access (login, idsite, access) VALUES ('anonymous', 3, 'view')");

  const watches = await cronAtOnce("watch", 20);
  expect(watches.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(watches.filter(({ outcome }) => outcome === "done").length).toBeGreaterThanOrEqual(1);
  const events = await raw.rows("SELECT facts FROM portal_audit_event WHERE type = 'public-access.granted-outside'");
  const about = events.map(({ facts }) => JSON.parse(String(facts)).siteIds);
  expect(about.filter((siteIds) => siteIds.includes(3))).toEqual([[3]]);

  const deliveries = await cronAtOnce("deliver", 20);
  expect(deliveries.map(({ status }) => status)).toEqual(Array(20).fill(200));
  await expect.poll(() => provider.accepted.length).toBe(2);
  await cron("deliver");
  expect(new Set(provider.accepted.map((mail) => mail.key)).size, "a key for each, none sent twice").toBe(2);
  expect(provider.accepted).toHaveLength(2);
});

test.describe("with the database gone", () => {
  // A page that is still open asks again, and is told.
  test.use({ mayComplain: [/503/] });

  test("the page says that it cannot know", async ({ page }) => {
    await page.goto(`${address}/sign-in`);
    await signIn(page, ANNA);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("3 of 3 sites are public");
    await matomo.stop();
    await page.goto(`${address}/public-access`);
    await expect(
      page.getByText(/which sites are public is unknown|cannot know which sites are public/).first(),
    ).toBeVisible();
    await expect(page.locator("body")).not.toContainText(/\b0 of \d+ sites/);
    expect(await cron("watch")).toMatchObject({ outcome: "failed", code: "database_unreachable" });
  });
});
