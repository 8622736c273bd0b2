import type { Page } from "@playwright/test";
import { expectAxeFindsNothing } from "./axe";
import { type OutsidePortal, startOutsidePortal } from "./outside-portal";
import { ANNA, expect, expectPublished, isAwake, SUPER_USERS, signIn, test, typeProof, walkToProof } from "./portal";

test.describe.configure({ mode: "serial" });

let portal: OutsidePortal;
/** a public site, and two private ones that are not the canary */
let open = { id: 0, name: "" };
let shut: { id: number; name: string }[] = [];

const outside = (page: Page) => page.getByRole("region", { name: "External check" });
const lookNow = (page: Page) => outside(page).getByRole("button", { name: "Check now" });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startOutsidePortal();
  const plain = "name NOT GLOB '*[^A-Za-z ]*'";
  const sites = (rows: Record<string, unknown>[]) =>
    rows.map(({ idsite, name }) => ({ id: Number(idsite), name: String(name) }));
  const [first] = sites(
    await portal.query(
      `SELECT s.idsite, s.name FROM matomo_site s JOIN matomo_access a ON a.idsite = s.idsite
       WHERE a.login = 'anonymous' AND a.access = 'view' AND ${plain} LIMIT 1`,
    ),
  );
  open = first ?? open;
  shut = sites(
    await portal.query(
      `SELECT idsite, name FROM matomo_site WHERE ${plain} AND idsite <> ?
       AND idsite NOT IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous') LIMIT 2`,
      [portal.canary.id],
    ),
  );
  portal.matomo.pages[open.id] = [
    { url: "https://www.nordlicht.example/confirm?email=lea.nielsen%40nordlicht.example", title: "Welcome" },
  ];
});
test.afterAll(() => portal?.stop());

async function openPage(page: Page): Promise<void> {
  await page.goto(`${portal.address}/sign-in`);
  await signIn(page, ANNA);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("public", { timeout: 30_000 });
}

/** To the page that says in full what the external check saw, and has the button. */
async function openCheck(page: Page): Promise<void> {
  await openPage(page);
  await page.goto(`${portal.address}/settings/status`);
  await isAwake(lookNow(page));
}

async function publicCount(page: Page): Promise<number> {
  return Number.parseInt(await page.getByRole("heading", { level: 1 }).innerText(), 10);
}

test("before the first look it is not known what strangers read; Look now brings it, without a reload", async ({
  page,
}) => {
  await openPage(page);
  const count = await publicCount(page);
  await page.getByRole("list", { name: "Status" }).getByRole("link", { name: "Not checked from outside yet" }).click();
  await expect(outside(page)).toContainText("Not checked from outside yet");
  portal.matomo.delayMs = 100;
  await lookNow(page).click();
  await expect(outside(page).getByRole("button", { name: "Checking…" })).toHaveAttribute("aria-busy", "true");
  await expect(outside(page).getByRole("status")).toHaveText("Checking from outside…");
  const confirmed = `Verified from outside: exactly the ${count} public sites are readable`;
  await expect(outside(page)).toContainText(confirmed, { timeout: 60_000 });
  await expect(outside(page).getByRole("status")).toHaveText(confirmed);
  await expect(outside(page)).toContainText(`The canary site ${portal.canary.name} is not readable.`);
  portal.matomo.delayMs = 0;
  await page.goto(`${portal.address}/activity`);
  await expect(page.getByText("anna.berg started an external check")).toBeVisible();
});

test("the panel of a site says what strangers see of it, with masked examples of what looks personal", async ({
  page,
}) => {
  await openPage(page);
  await page.goto(`${portal.address}/public-access?site=${open.id}`);
  const seen = page.getByRole("dialog").getByRole("region", { name: "What anyone can open" });
  await expect(seen).toContainText("Possible e-mail addresses in page URLs (1), such as l…@n….example");
  await expect(seen).not.toContainText("lea.nielsen");
  await expect(seen).toContainText("exclude these URL parameters");
  await page.keyboard.press("Escape");
  const row = page.getByRole("row").filter({ hasText: `ID ${open.id}` });
  await expect(row).toContainText("possible personal data");
});

test("a site that strangers read though it is private is urgent: on the page, as a finding, in everybody's mail", async ({
  page,
}) => {
  const [exposed] = shut;
  if (!exposed) throw new Error("no private site");
  await openCheck(page);
  portal.matomo.alsoShown.add(exposed.id);
  await lookNow(page).click();
  await expect(outside(page)).toContainText("1 private site is readable from outside", { timeout: 60_000 });
  await expect(outside(page)).toContainText(exposed.name);
  await expect(outside(page)).not.toContainText("exactly");
  const finding = page.getByRole("region", { name: `${exposed.name}: private, yet readable from outside` });
  await outside(page).getByRole("link", { name: "See the issue" }).click();
  await expect(finding).toContainText("Urgent");
  await expect(finding).toBeInViewport();
  await expect
    .poll(() => portal.notifiedOf(/^Urgent: Readable though private, /), { timeout: 30_000 })
    .toEqual(SUPER_USERS);

  portal.matomo.alsoShown.clear();
  await page.goto(`${portal.address}/settings/status`);
  await isAwake(lookNow(page));
  await lookNow(page).click();
  await expect(outside(page)).toContainText("Verified from outside: exactly the", { timeout: 60_000 });
  await page.goto(`${portal.address}/public-access`);
  await expect(page.getByRole("list", { name: "Status" })).toContainText("Verified from outside at");
  await expect(finding).toHaveCount(0);
});

test("a public site that strangers cannot read is to be looked at, and stays public on the list", async ({ page }) => {
  await openPage(page);
  const count = await publicCount(page);
  await page.goto(`${portal.address}/settings/status`);
  portal.matomo.hidden.add(open.id);
  await isAwake(lookNow(page));
  await lookNow(page).click();
  await expect(outside(page)).toContainText("1 public site is not readable from outside", { timeout: 60_000 });
  await expect(outside(page)).toContainText("they may become readable at any time");
  await expect(outside(page)).toContainText(open.name);
  await page.goto(`${portal.address}/public-access`);
  expect(await publicCount(page)).toBe(count);
  portal.matomo.hidden.clear();
});

test("the canary is the loudest thing on the page when strangers read it, and can never be published", async ({
  page,
}) => {
  const { id, name } = portal.canary;
  await openPage(page);
  portal.matomo.alsoShown.add(id);
  await portal.cron("probe");
  await page.reload();
  const banner = page.getByRole("alert").filter({ hasText: "canary site" }).first();
  await expect(banner).toContainText(`Anyone can read the canary site ${name}`);
  await expect
    .poll(() => portal.notifiedOf(/^Urgent: Canary site readable\b/), { timeout: 30_000 })
    .toEqual(SUPER_USERS);
  portal.matomo.alsoShown.clear();
  await portal.cron("probe");

  const [other] = shut;
  await page.goto(`${portal.address}/public-access?q=${encodeURIComponent(name)}`);
  await expect(page.getByText("Anyone can read the canary site")).toHaveCount(0);
  await page.getByRole("checkbox", { name: `Select ${name}`, exact: true }).check();
  await page.getByRole("searchbox").fill(other?.name ?? "");
  await page.getByRole("checkbox", { name: `Select ${other?.name}`, exact: true }).check();
  await page.getByRole("button", { name: "Make 2 sites public…" }).click();
  const sites = page.getByRole("region", { name: "Sites", exact: true });
  await expect(sites).toContainText(`${name} is the canary site and can never be public`);
  await expect(sites.getByRole("button", { name: "Continue" })).toHaveCount(0);
  await sites.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(sites).toContainText("1 selected");
  await expect(sites.getByRole("button", { name: "Continue" })).toBeVisible();
});

test("what cannot be told is said with the reason and never as agreement; a look takes a recent proof", async ({
  page,
}) => {
  await openCheck(page);
  await portal.query("UPDATE portal_session SET proved_at = '2026-01-01T00:00:00.000+00:00'");
  portal.matomo.fault = { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Sign in</h1>" };
  await lookNow(page).click();
  const dialog = page.getByRole("dialog", { name: "Check from outside now" });
  await dialog.getByRole("button", { name: "Check now" }).click();
  await expect(dialog.getByLabel("Your Matomo password")).toHaveAttribute("aria-invalid", "true");
  await typeProof(dialog, ANNA);
  await dialog.getByRole("button", { name: "Check now" }).click();
  await expect(dialog).toBeHidden();
  await expect(outside(page)).toContainText(/failing since \d\d:\d\d: Matomo answered with a page instead of data\./, {
    timeout: 60_000,
  });
  await expect(outside(page)).toContainText(/Last result: \d\d:\d\d\. What anyone can read now is unknown/);
  await expect(outside(page)).toContainText("Open MATOMO_URL in a private window");
  await expect(outside(page)).not.toContainText("exactly");
  await expect(outside(page)).toContainText(`whether the canary site ${portal.canary.name} is readable`);

  portal.matomo.fault = { status: 503, headers: {}, body: "" };
  await lookNow(page).click();
  await expect(outside(page)).toContainText("Matomo is in maintenance.", { timeout: 60_000 });
  portal.matomo.fault = null;
  await portal.cron("probe");
});

test("publishing shows what strangers get elsewhere first, and what they really get afterwards", async ({ page }) => {
  const [, site] = shut;
  if (!site) throw new Error("no private site");
  await openPage(page);
  await page.goto(`${portal.address}/public-access?q=${encodeURIComponent(site.name)}`);
  await page.getByRole("button", { name: `Make public… ${site.name}`, exact: true }).click();
  const dry = page.getByRole("region", { name: "Your public sites now" });
  // What is read meanwhile draws the step anew, and the details are closed again.
  await expect(async () => {
    if (!(await dry.isVisible())) await page.getByText(/^Details/).click();
    await expect(dry).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(dry).toContainText(/Anyone can open: dashboard \d+\/\d+/);
  await expect(dry).toContainText("possible personal data in page URLs or titles");
  const proof = await walkToProof(page, { count: 1, reason: "Figures for everybody" });
  await typeProof(proof, ANNA);
  await proof.getByRole("button", { name: "Make 1 site public" }).click();
  const done = await expectPublished(page, 1);
  const first = done.getByRole("region", { name: "External check" });
  await expect(first).toContainText(/anyone can read 1 of 1\./, { timeout: 60_000 });
  await expect(first.getByRole("definition").first()).toContainText("Dashboard");
});

test("axe finds nothing whatever was seen, and nothing is wider than 360 px, in light and in dark", async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await openCheck(page);
  const states = [
    () => {},
    () => {
      portal.matomo.alsoShown.add(portal.canary.id).add(shut[0]?.id ?? 0);
      portal.matomo.hidden.add(open.id);
    },
    () => {
      portal.matomo.fault = { status: 403, headers: {}, body: "" };
    },
  ];
  for (const bring of states) {
    bring();
    await portal.cron("probe");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.reload();
    await expect(outside(page)).toBeVisible();
    await expectAxeFindsNothing(page, { inDarkToo: true });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
  portal.matomo.alsoShown.clear();
  portal.matomo.hidden.clear();
  portal.matomo.fault = null;
  await portal.cron("probe");
});
