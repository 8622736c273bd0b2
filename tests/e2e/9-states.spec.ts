import type { Page } from "@playwright/test";
import { expectAxeFindsNothing } from "./axe";
import { ANNA, expect, isAwake, openPortal, signIn, sql, test } from "./portal";

// Tables are taken away.
test.use({ mayLog: [/no such table: portal_(outbox|publication)/] });

const banner = (page: Page) => page.getByRole("status").filter({ hasText: "This page shows" });
const mainLink = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });

test.describe("without a connection", () => {
  test.use({ mayComplain: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

  test("no link and no button takes the page away, and afterwards everything goes on", async ({ page, context }) => {
    await openPortal(page);
    await page.goto("/settings/status");
    await expect(page.getByRole("heading", { level: 1, name: "System status" })).toBeVisible();
    await isAwake(page.getByRole("button", { name: "Refresh" }));
    await context.setOffline(true);
    await expect(banner(page)).toContainText("You are offline.");
    await mainLink(page, "Alerts").click();
    await expect(banner(page)).toContainText("Nothing was loaded.");
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByRole("button", { name: "Refresh" })).not.toHaveAttribute("aria-busy", "true");
    await expect(page.getByRole("heading", { level: 1, name: "System status" })).toBeVisible();
    await expectAxeFindsNothing(page);
    await context.setOffline(false);
    await expect(banner(page)).toBeHidden();
    await mainLink(page, "Alerts").click();
    await expect(page.getByRole("heading", { level: 1, name: "Alerts" })).toBeVisible();
  });
});

test.describe("a portal that does not answer", () => {
  test.use({ mayComplain: [/ERR_CONNECTION_REFUSED|Failed to fetch/] });

  test("keeps the page, also when a link is pressed, until it answers again", async ({ page }) => {
    await openPortal(page);
    await page.goto("/settings/status");
    await expect(page.getByRole("heading", { level: 1, name: "System status" })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await page.route("**/*", (route) => route.abort("connectionrefused"));
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(banner(page)).toContainText("The server does not answer.");
    await mainLink(page, "Alerts").click();
    await expect(banner(page)).toContainText("Nothing was loaded.");
    await expect(page.getByRole("heading", { level: 1, name: "System status" })).toBeVisible();
    await page.unroute("**/*");
    await mainLink(page, "Alerts").click();
    await expect(page.getByRole("heading", { level: 1, name: "Alerts" })).toBeVisible();
    await expect(banner(page)).toBeHidden();
  });
});

test("what stands below the list stays where it is while somebody searches", async ({ page }) => {
  await openPortal(page);
  await page.goto("/public-access?state=all");
  await isAwake(page.getByRole("searchbox"));
  const below = page.getByText("New here?");
  const place = async () => (await below.boundingBox())?.y ?? Number.NaN;
  await expect(below).toBeVisible();
  const height = await page.evaluate(() => window.innerHeight);
  await page.getByRole("searchbox").fill("Lichterfest");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  expect(await place()).toBeGreaterThan(height);
  await page.getByRole("searchbox").fill("");
  await expect(page.getByRole("rowheader")).not.toHaveCount(1);
});

test("another view of the same page that takes long is shown to be under way", async ({ page }) => {
  await openPortal(page);
  await page.goto("/activity/history");
  await page.route("**/*", async (route) => {
    if ("rsc" in route.request().headers()) await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.continue().catch(() => {});
  });
  const loading = page.getByText("Loading…");
  await page.getByRole("link", { name: "1 year" }).click();
  await expect(loading).toBeAttached();
  await page.waitForURL("**/activity/history?range=365");
  await expect(loading).not.toBeAttached();
});

test("a page whose database went says so under its own name, when it was last read, and recovers", async ({ page }) => {
  await openPortal(page);
  await page.goto("/alerts");
  await expect(page.getByText(/^Updated /)).toBeVisible();
  await sql("ALTER TABLE portal_outbox RENAME TO portal_outbox_away");
  try {
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Alerts" })).toBeVisible();
    await expect(
      page.getByText(/[Uu]nknown which sites are public|which sites are public is unknown/).first(),
    ).toBeVisible();
    await expect(page.getByText(/^Last updated /)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/^Last updated /)).toBeVisible();
  } finally {
    await sql("ALTER TABLE portal_outbox_away RENAME TO portal_outbox");
  }
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("region", { name: "Who is reached" })).toBeVisible();
});

test.describe("a file of a page that does not come", () => {
  // As after a new release, or through a bad connection.
  test.use({ mayComplain: [/ERR_FAILED|ChunkLoadError|Failed to load/] });

  test("leaves the way to every other page, and is fetched again on demand", async ({ page }) => {
    await openPortal(page);
    await page.route("**/_next/static/chunks/**", (route) => route.abort());
    await mainLink(page, "Alerts").click();
    await expect(page.getByRole("heading", { level: 1, name: "This page could not be shown" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Which sites are public is unknown");
    await expectAxeFindsNothing(page);
    await page.unroute("**/_next/static/chunks/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Alerts" })).toBeVisible();
  });
});

test("a part of a page that cannot be read says so beside the rest of it, and is read again", async ({ page }) => {
  await openPortal(page);
  await sql("ALTER TABLE portal_publication RENAME TO portal_publication_away");
  try {
    await page.goto("/activity/history");
    await expect(page.getByRole("region", { name: "Monitoring coverage" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await expectAxeFindsNothing(page);
  } finally {
    await sql("ALTER TABLE portal_publication_away RENAME TO portal_publication");
  }
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Show as a table")).toBeVisible();
});

test("what was read a while ago is read again when one comes back to the tab", async ({ page }) => {
  await openPortal(page);
  await page.clock.install();
  // Until the page has come to life: from then on what it shows ages.
  await page.goto("/sessions", { waitUntil: "networkidle" });
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await sql("UPDATE portal_session SET ip = '203.0.113.77' WHERE login = ?", [ANNA.login]);
  await page.clock.fastForward("00:30");
  await comeBack();
  await page.waitForLoadState("networkidle");
  await expect(page.getByText("203.0.113.77")).toHaveCount(0);
  await page.clock.fastForward("00:31");
  await comeBack();
  await expect(page.getByText("203.0.113.77").first()).toBeVisible();
});

test("the mails to one person are found, and paging stays at the mails", async ({ page }) => {
  await openPortal(page);
  await page.goto("/alerts");
  const mails = page.getByRole("region", { name: "Mails", exact: true });
  await page.getByRole("link", { name: /^Mails to anna\.berg$/ }).click();
  await expect(mails).toContainText(`Only to ${ANNA.login}@nordlicht.example`);
  await expect(mails.getByRole("listitem").filter({ hasText: "to samira.haddad@" })).toHaveCount(0);
  await expect(mails).toBeInViewport();
  await expectAxeFindsNothing(page);
  await mails.getByRole("link", { name: "Show all mails" }).click();
  await expect(mails.getByRole("listitem").filter({ hasText: "to samira.haddad@" }).first()).toBeVisible();
  await page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link", { name: "Next" }).click();
  await page.waitForURL("**/alerts/sent?page=2");
  await expect(mails).toBeInViewport();
});

test("from a day of the picture one comes to what happened on it", async ({ page }) => {
  await signIn(page, ANNA);
  await page.waitForURL("**/public-access");
  await page.goto("/activity/history?range=all");
  await page.getByText("Show as a table").click();
  const day = page.getByRole("rowheader").getByRole("link").last();
  const name = await day.innerText();
  await day.click();
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText(name);
  await expect(page.getByRole("status").filter({ hasText: /^Matching events: [1-9]/ })).toBeVisible();
});
