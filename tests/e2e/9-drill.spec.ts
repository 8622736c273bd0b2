import type { Page } from "@playwright/test";
import { expectAxeFindsNothing } from "./axe";
import {
  ANNA,
  cron,
  expect,
  expectMails,
  letTheMinutePass,
  openPortal,
  SUPER_USERS,
  sql,
  test,
  typeProof,
} from "./portal";

test.describe.configure({ mode: "serial" });
// The second drill is refused with 401 when the proof is asked for.
test.use({ mayComplain: [/401/] });

const card = (page: Page) => page.getByRole("region", { name: "Test alert", exact: true });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Send test alert" });
const people = (page: Page) => card(page).getByRole("list", { name: "Recipients" });

async function openAlerts(page: Page): Promise<void> {
  await openPortal(page);
  await page.goto("/alerts/test");
  await expect(card(page)).toBeVisible();
}

let chosen: { login: string; language: string }[] = [];

test.beforeAll(async () => {
  const rows = await sql("SELECT login, language FROM matomo_user_language");
  chosen = rows.map(({ login, language }) => ({ login: String(login), language: String(language) }));
  await sql("UPDATE matomo_user_language SET language = 'en'");
  await letTheMinutePass();
  await cron("watch");
});

test.afterAll(async () => {
  for (const { login, language } of chosen) {
    await sql("UPDATE matomo_user_language SET language = ? WHERE login = ?", [language, login]);
  }
});

test("the last drill, and whom it reached, stand on the page", async ({ page }) => {
  await openAlerts(page);
  await expect(card(page)).toContainText("5 of 5 accepted, 0 delivered");
  await expect(people(page).getByRole("listitem").filter({ hasText: "security@nordlicht.example" })).toBeVisible();
});

test("a drill about a site that was searched for mails every Super User, and the page follows each mail", async ({
  page,
}) => {
  const [site] = await sql("SELECT idsite, name FROM matomo_site WHERE name NOT LIKE '%&%' ORDER BY idsite LIMIT 1");
  const access = await sql("SELECT login, idsite, access FROM matomo_access ORDER BY idaccess");
  const name = String(site?.name);
  await openAlerts(page);
  await card(page).getByRole("button", { name: "Send test alert…" }).click();
  await expect(dialog(page)).toContainText("says at once that nothing was made public");
  await dialog(page).getByLabel("Site (optional)").fill("no such site anywhere");
  await expect(dialog(page).getByRole("status")).toHaveText("No site matches.");
  await dialog(page).getByLabel("Site (optional)").fill(name);
  // Enter looks; it does not send.
  await dialog(page).getByLabel("Site (optional)").press("Enter");
  await expect(dialog(page).getByRole("radio", { name: "No site" })).toBeChecked();
  await dialog(page)
    .getByRole("radio", { name: new RegExp(`ID ${site?.idsite}$`) })
    .check();
  await expectAxeFindsNothing(page);
  await dialog(page).getByRole("button", { name: "Send test alert", exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(card(page).getByRole("heading", { name: "Test alert", exact: true })).toBeFocused();

  await expect(people(page).getByRole("listitem").filter({ hasText: ANNA.login }).first()).toContainText("Accepted");
  await expect(card(page).getByRole("status").first()).toContainText(
    `${SUPER_USERS.length} of ${SUPER_USERS.length} accepted, 0 delivered`,
  );
  await expect(card(page)).toContainText(`by ${ANNA.login}`);
  await expect(card(page)).toContainText(`about ${name}`);
  await expect(people(page)).toContainText("Kept in this app’s mailbox.");
  await expectAxeFindsNothing(page);
  const [mail] = await expectMails(/^Test alert: nothing was made public on /, SUPER_USERS);
  expect(mail?.text).toContain("so alerts reach you");
  expect(mail?.text).toContain(name);
  expect(await sql("SELECT login, idsite, access FROM matomo_access ORDER BY idaccess")).toEqual(access);
});

test("a second drill right after it is refused and mails nobody; the last one is still there", async ({ page }) => {
  const count = async () => (await sql("SELECT COUNT(*) AS n FROM portal_outbox"))[0]?.n;
  const before = await count();
  await openAlerts(page);
  await expect(card(page)).toContainText("Last test alert");
  await card(page).getByRole("button", { name: "Send test alert…" }).click();
  await dialog(page).getByRole("button", { name: "Send test alert", exact: true }).click();
  await expect(dialog(page)).toContainText("The last test alert was sent under 10 minutes ago. Nothing was changed");
  expect(await count()).toBe(before);
  await page.keyboard.press("Escape");
  await expect(card(page).getByRole("button", { name: "Send test alert…" })).toBeFocused();
});

test("the password is asked for when it was given too long ago", async ({ page }) => {
  await openAlerts(page);
  await sql("UPDATE portal_session SET proved_at = '2020' || SUBSTR(proved_at, 5)");
  await card(page).getByRole("button", { name: "Send test alert…" }).click();
  await dialog(page).getByRole("button", { name: "Send test alert", exact: true }).click();
  await typeProof(dialog(page), ANNA);
  await dialog(page).getByRole("button", { name: "Send test alert", exact: true }).click();
  await expect(dialog(page)).toContainText("under 10 minutes ago");
});

test("Activity and Alerts tell of the drill in plain words, and on a phone nothing is cut off", async ({ page }) => {
  await openPortal(page);
  await page.goto("/activity?kind=mails");
  await expect(page.getByText(/sent test alerts: \d+/).first()).toBeVisible();
  await page.goto("/alerts/sent");
  await expect(page.getByText(/^Test alert: nothing was made public on /).first()).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/alerts/test");
  await expect(people(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
