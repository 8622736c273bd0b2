import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { verifyStatement } from "@/lib/reports/statement/verify";
import { expectAxeFindsNothing } from "./axe";
import { cron, expect, openPortal, test } from "./portal";

test.describe.configure({ mode: "serial" });

async function openNewest(page: Page): Promise<void> {
  await openPortal(page);
  await page.goto("/activity");
  await page.getByRole("link", { name: "Monthly reports" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Monthly reports");
  await page.getByRole("list", { name: "Months" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Monthly report, ");
}

test.beforeAll(() => cron("watch"));

test("a Super User reads a month, downloads its signed file, and one changed byte of it is seen", async ({ page }) => {
  await openNewest(page);
  await expect(page.getByText("The month is not over", { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: "What was public" }).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByText(/^The audit log is intact, events: [\d,]+$/)).toBeVisible();
  const publicKey = await page
    .getByRole("definition")
    .filter({ hasText: /^MCowBQYDK2Vw/ })
    .innerText();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the signed file" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^statement-\d{4}-\d{2}\.json$/);
  const bytes = await readFile(await download.path());
  const verdict = verifyStatement(bytes, publicKey);
  expect(verdict).toMatchObject({ ok: true, statement: { instance: "statistik.nordlicht.example" } });
  if (verdict.ok) await expect(page.getByText(verdict.fingerprint)).toBeVisible();
  for (const at of [0, 1, bytes.length >> 1, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(verifyStatement(changed, publicKey).ok).toBe(false);
  }
});

test("on paper there is the statement alone, black on white, with a head on each page", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openNewest(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("link", { name: "Download the signed file" })).toBeHidden();
  const style = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, key) => getComputedStyle(element).getPropertyValue(key), name);
  expect(await style("body", "background-color")).toBe("rgb(255, 255, 255)");
  expect(await style("h1", "color")).toBe("rgb(0, 0, 0)");
  expect(await style("[data-statement] thead", "display")).toBe("table-header-group");
  expect(await style("[data-statement] tbody tr", "break-inside")).toBe("avoid");
});

test("axe finds nothing, and nothing is wider than a phone, in light and in dark", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await openNewest(page);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(360);
  await expectAxeFindsNothing(page, { inDarkToo: true });
  await page.goto("/activity/reports");
  expect(await width()).toBe(360);
  await expectAxeFindsNothing(page, { inDarkToo: true });
});

test.describe("a month that is none", () => {
  // The browser says so of each page that is not there.
  test.use({ mayComplain: [/40[04]/] });

  test("is not there, and its file is refused", async ({ page }) => {
    await openPortal(page);
    for (const month of ["2026-13", "october", "2019-01", "2999-01"]) {
      expect((await page.goto(`/activity/reports/${month}`))?.status()).toBe(404);
    }
    expect((await page.request.get("/api/statements/2026-13")).status()).toBe(400);
    expect((await page.request.get("/api/statements/2019-01")).status()).toBe(404);
  });
});
