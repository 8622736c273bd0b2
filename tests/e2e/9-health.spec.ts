import { wordsOf } from "@/tests/support/words-of";
import { expectAxeFindsNothing } from "./axe";
import { ANNA, expect, openPortal, sql, test } from "./portal";

const PARTS = ["Server settings", "Database", "Matomo", "Mail", "Schedule", "Over the network"];

test("a Super User sees what the portal needs, what is amiss and what to do", async ({ page }) => {
  await openPortal(page);
  await page.getByRole("link", { name: "Health" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Health" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Health" })).toHaveAttribute("aria-current", "page");
  for (const name of PARTS) await expect(page.getByRole("region", { name, exact: true })).toBeVisible();

  const line = (part: string, what: string) =>
    page.getByRole("region", { name: part, exact: true }).getByRole("listitem").filter({ hasText: what });
  await expect(line("Matomo", "The user anonymous")).toContainText("good");
  await expect(line("Mail", "Mail transport")).toContainText("warning");
  await expect(line("Mail", "Mail transport")).toContainText("Set MAIL_TRANSPORT");
  await page.getByText(/^Variables that are as they should be/).click();
  await expect(line("Server settings", "NEXTAUTH_SECRET").last()).toContainText("Is set.");
  await expectAxeFindsNothing(page);
});

test("what was broken meanwhile is seen when it is checked again", async ({ page }) => {
  await openPortal(page);
  await page.goto("/health");
  const anonymous = page
    .getByRole("region", { name: "Matomo", exact: true })
    .getByRole("listitem")
    .filter({ hasText: "The user anonymous" });
  await expect(anonymous).toContainText("good");
  await sql("UPDATE matomo_user SET twofactor_secret = 'ABCDEFGHIJKLMNOP' WHERE login = 'anonymous'");
  try {
    await page.getByRole("button", { name: "Check again" }).click();
    await expect(anonymous).toContainText("bad");
    await expect(anonymous).toContainText("Has a password, a second factor or an invitation, so");
    await expect(page.getByRole("region", { name: "Summary" })).toContainText("Something keeps the portal");
  } finally {
    await sql("UPDATE matomo_user SET twofactor_secret = '' WHERE login = 'anonymous'");
  }
});

test("Settings says what the installed Matomo does by itself", async ({ page }) => {
  await openPortal(page);
  await page.goto("/settings");
  const card = page.getByRole("region", { name: "What Matomo does by itself" });
  await expect(card.getByRole("listitem")).toHaveCount(7);
  await expect(card).toContainText("Installed: Matomo");
  await expectAxeFindsNothing(page);
});

test.describe("in Arabic, on a phone, in the dark", () => {
  test.use({ locale: "ar", viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  test("nothing is wider than the screen, and everything can be read", async ({ page }) => {
    const [auth, doctor] = [wordsOf("auth", "ar"), wordsOf("doctor", "ar")];
    await sql("UPDATE matomo_user_language SET language = 'ar' WHERE login = ?", [ANNA.login]);
    await page.goto("/sign-in?callbackUrl=/health");
    await page.getByLabel(auth("signIn.identifier")).fill(ANNA.login);
    await page.getByLabel(auth("signIn.password"), { exact: true }).fill(ANNA.password);
    await page.getByRole("button", { name: auth("signIn.submit"), exact: true }).click();
    await expect(page.getByRole("region", { name: doctor("group.database"), exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: doctor("group.outside"), exact: true })).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await expectAxeFindsNothing(page);
  });
});
