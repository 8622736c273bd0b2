import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import type { BrowserContext, Page } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";
import { demoState } from "@/scripts/demo-state.mjs";
import { startPortal } from "@/scripts/portal-server.mjs";
import { copyDemo } from "@/tests/support/e2e";
import { freePort } from "@/tests/support/mariadb";
import { type OidcServer, startOidc } from "@/tests/support/oidc";
import { expect, expectPublished, openProof, test } from "./portal";

test.describe.configure({ mode: "serial" });

let oidc: OidcServer;
let portal: Awaited<ReturnType<typeof startPortal>>;
let folder = "";
let address = "";
let database = "";
let mailbox = "";

test.beforeAll(async () => {
  const port = await freePort();
  address = `http://localhost:${port}`;
  const nordlicht = (sub: string) => ({ sub, email: `${sub}@nordlicht.example`, email_verified: true, amr: ["pwd"] });
  oidc = await startOidc({
    portalUrl: address,
    port: await freePort(),
    accounts: [
      nordlicht("anna.berg"),
      nordlicht("jonas.holm"),
      { ...nordlicht("long-ago"), email: "anna.berg@nordlicht.example", provenSecondsAgo: 20 * 60 },
      { ...nordlicht("unverified"), email: "anna.berg@nordlicht.example", email_verified: false },
    ],
    claimsInIdToken: false,
  });
  folder = copyDemo();
  const state = demoState(folder);
  database = state.env.DATABASE_URL;
  mailbox = state.env.MAILBOX_DIR;
  portal = await startPortal({
    ...state.env,
    NEXTAUTH_URL: address,
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret,
    OIDC_NAME: "Nordlicht ID",
  });
});

test.afterAll(async () => {
  await portal?.stop();
  await oidc?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const leave = (page: Page) => page.getByRole("button", { name: "Sign in with Nordlicht ID" }).click();

async function atProvider(page: Page, account: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Sign in at the provider" })).toBeVisible();
  await page.getByLabel("Account").fill(account);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function openPortal(page: Page, account = "anna.berg"): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await leave(page);
  await atProvider(page, account);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("public");
}

/** Clicks what opens the provider's window. */
async function windowOf(context: BrowserContext, click: () => Promise<void>): Promise<Page> {
  const opened = context.waitForEvent("page");
  await click();
  return opened;
}

async function publicIds(): Promise<number[]> {
  const client = createClient({ url: database });
  try {
    const { rows } = await client.execute("SELECT idsite FROM matomo_access WHERE login = 'anonymous' ORDER BY idsite");
    return rows.map((row) => Number(row.idsite));
  } finally {
    client.close();
  }
}

/** How often Anna was told that something was made public. */
async function alertsToAnna(): Promise<number> {
  const names = existsSync(mailbox) ? readdirSync(mailbox) : [];
  const mails = await Promise.all(names.map((name) => PostalMime.parse(readFileSync(path.join(mailbox, name)))));
  const isHers = ({ to = [], subject = "" }: Email) =>
    to.some(({ address: mailed }) => mailed?.startsWith("anna.berg@")) && subject.startsWith("Made public by ");
  return mails.filter(isHers).length;
}

async function openProofOfFirst(page: Page) {
  await page.goto(`${address}/public-access?state=private`);
  return openProof(page, /^Make public… /, "Offen für alle");
}

test("somebody whose address the provider has not verified is not let in", async ({ page }) => {
  await page.goto(`${address}/sign-in`);
  await leave(page);
  await atProvider(page, "unverified");
  await expect(page.getByText(/matches no Super User of this Matomo/)).toBeVisible();
  await page.goto(`${address}/public-access`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("whoever leaves the provider's form is told so, and can go on", async ({ page }) => {
  await page.goto(`${address}/sign-in`);
  await leave(page);
  await atProvider(page, "nobody");
  await expect(page.getByText(/Single sign-on did not finish/)).toBeVisible();
});

test("a Super User signs in at the provider and publishes with a fresh sign-in there; what was typed stays", async ({
  page,
  context,
}) => {
  await openPortal(page);
  const before = await publicIds();
  const alertsBefore = await alertsToAnna();
  const proof = await openProofOfFirst(page);
  await expect(proof.getByLabel("Your Matomo password")).toHaveCount(0);
  const submit = proof.getByRole("button", { name: "Make 1 site public" });

  const foreign = await windowOf(context, () => submit.click());
  await atProvider(foreign, "jonas.holm");
  await expect(proof.getByText(/confirmed a different person/)).toBeVisible();
  await expect.poll(() => foreign.isClosed()).toBe(true);
  expect(await publicIds()).toEqual(before);

  const left = await windowOf(context, () => submit.click());
  await expect(left.getByLabel("Account")).toBeVisible();
  await left.close();
  // In this browser every page always has the focus; in others it comes back to the window that is left.
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(proof.getByText(/window was closed too early/)).toBeVisible();

  const broken = await windowOf(context, () => submit.click());
  await atProvider(broken, "nobody");
  await expect(proof.getByText(/Single sign-on did not finish/)).toBeVisible();

  await expect(proof).toContainText("Offen für alle");
  const own = await windowOf(context, () => submit.click());
  await atProvider(own, "anna.berg");
  await expectPublished(page, 1);
  expect(await publicIds()).toHaveLength(before.length + 1);
  await expect.poll(() => alertsToAnna()).toBe(alertsBefore + 1);
});

test("whoever comes through an old session at the provider makes nothing private without signing in there again", async ({
  page,
  context,
}) => {
  await openPortal(page, "long-ago");
  const before = await publicIds();
  await page.goto(`${address}/public-access?state=public`);
  await page
    .getByRole("row")
    .getByRole("button", { name: /^Make private/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  const submit = dialog.getByRole("button", { name: "Make private" });
  await expect(dialog.getByText("Confirm with single sign-on.")).toBeVisible();
  expect(await publicIds()).toEqual(before);
  await atProvider(await windowOf(context, () => submit.click()), "anna.berg");
  await expect(dialog).toBeHidden();
  expect((await publicIds()).length).toBeLessThan(before.length);
});

test("without pop-up windows the proof says what to do", async ({ page }) => {
  await openPortal(page);
  await page.evaluate(() => {
    window.open = () => null;
  });
  const proof = await openProofOfFirst(page);
  await page.evaluate(() => {
    window.open = () => null;
  });
  await proof.getByRole("button", { name: "Make 1 site public" }).click();
  await expect(proof.getByText(/Allow pop-ups, then try again/)).toBeVisible();
  await expect(proof).toContainText("Offen für alle");
});
