import type { Page } from "@playwright/test";
import { translatorOf } from "@/tests/support/translator-of";
import { expectAxeFindsNothing } from "./axe";
import { ANNA, expect, openPortal, sql, test } from "./portal";

/** In the folded list of what passed. */
const PARTS = ["Server settings", "Database", "Matomo", "Mail", "Schedule"];

const problem = (page: Page, what: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: what });

test("a Super User sees what is amiss and what to do first, and unfolds what passed", async ({ page }) => {
  await openPortal(page);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "System status" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "System status" })).toBeVisible();
  await expect(page.getByRole("link", { name: "System status" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(page.getByRole("region", { name: "Summary" })).toHaveText(/\d+ warnings? · \d+ checks passed/);

  const transport = problem(page, "Mail transport");
  await expect(transport).toContainText("warning");
  await expect(transport).not.toContainText("Set MAIL_TRANSPORT", { useInnerText: true });
  await transport.getByText("What to do").click();
  await expect(transport).toContainText("Set MAIL_TRANSPORT", { useInnerText: true });
  await page
    .getByText(/^\d+ checks passed$/)
    .first()
    .click();
  for (const name of PARTS) await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Server settings" })).toContainText("NEXTAUTH_SECRET");
  await expectAxeFindsNothing(page);
});

test("what was broken meanwhile is seen when it is checked again", async ({ page }) => {
  await openPortal(page);
  await page.goto("/settings/status");
  const anonymous = problem(page, "User anonymous");
  await expect(page.getByRole("region", { name: "Summary" })).toContainText("checks passed");
  await expect(anonymous).toHaveCount(0);
  await sql("UPDATE matomo_user SET twofactor_secret = 'ABCDEFGHIJKLMNOP' WHERE login = 'anonymous'");
  try {
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(anonymous).toContainText("bad");
    await expect(anonymous).toContainText("Has a password, second factor or invitation and");
    await expect(page.getByRole("region", { name: "Summary" })).toContainText(/[1-9]\d* errors? · /);
  } finally {
    await sql("UPDATE matomo_user SET twofactor_secret = '' WHERE login = 'anonymous'");
  }
});

test("System status says which protections of its own the installed Matomo has", async ({ page }) => {
  await openPortal(page);
  await page.goto("/settings/status");
  const card = page.getByRole("region", { name: "Matomo’s own protections" });
  await expect(card.getByRole("listitem")).toHaveCount(7);
  await expect(card).toContainText("What Matomo ");
  await expectAxeFindsNothing(page);
});

test.describe("in Arabic, on a phone, in the dark", () => {
  test.use({ locale: "ar", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  test("nothing is wider than the screen, and everything can be read", async ({ page }) => {
    const [auth, doctor] = [translatorOf("auth", "ar"), translatorOf("doctor", "ar")];
    await sql("UPDATE matomo_user_language SET language = 'ar' WHERE login = ?", [ANNA.login]);
    await page.goto("/sign-in?callbackUrl=/settings/status");
    await page.getByLabel(auth("signIn.identifier")).fill(ANNA.login);
    await page.getByLabel(auth("signIn.password"), { exact: true }).fill(ANNA.password);
    await page.getByRole("button", { name: auth("signIn.submit"), exact: true }).click();
    await expect(page.getByText(doctor("what.transport"))).toBeVisible();
    await expect(page.getByText(doctor("what.anonymous"))).toBeAttached();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await expectAxeFindsNothing(page);
  });
});
