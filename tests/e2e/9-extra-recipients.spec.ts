import type { Page } from "@playwright/test";
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
// A refused confirmation is answered with 401.
test.use({ mayComplain: [/401/] });

const TEAM = "security@nordlicht.example";
const card = (page: Page) => page.getByRole("region", { name: "Extra recipients" });
const dialog = (page: Page) => page.getByRole("dialog");
const listed = () => sql("SELECT value FROM portal_setting WHERE name = 'alerts.extra-recipients'");

async function openSettings(page: Page): Promise<void> {
  await openPortal(page);
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
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

test("a security team is added with a password, hears of it at once in its own language, and so do all Super Users", async ({
  page,
}) => {
  await openSettings(page);
  await expect(card(page)).toContainText("None");
  await card(page).getByRole("button", { name: "Add an address…" }).click();
  await dialog(page).getByLabel("E-mail address").fill("security");
  await dialog(page).getByLabel("Mail language").selectOption("German");
  await typeProof(dialog(page), ANNA);
  await dialog(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog(page).getByLabel("E-mail address")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog(page).getByText("Not a usable e-mail address.")).toBeVisible();

  // A wrong password takes nothing away of what was typed.
  await dialog(page).getByLabel("E-mail address").fill(TEAM);
  await dialog(page).getByLabel("Your Matomo password").fill("not my password");
  await dialog(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog(page).getByText("The password is wrong.")).toBeVisible();
  await expect(dialog(page).getByLabel("E-mail address")).toHaveValue(TEAM);
  await expect(dialog(page).getByLabel("Your Matomo password")).toHaveValue("");
  expect(await listed()).toMatchObject([{ value: "[]" }]);

  await typeProof(dialog(page), ANNA);
  await dialog(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(card(page).getByRole("listitem").filter({ hasText: TEAM })).toContainText("Mails in German");
  await letTheMinutePass();
  await expectMails(/^Extra recipients changed by /, SUPER_USERS);
  const [mail] = await expectMails(/^Zusätzliche Empfänger geändert von /, [TEAM]);
  expect(mail?.text).toContain(TEAM);
});

test("whether mails reach it is said in Alerts, beside the Super Users", async ({ page }) => {
  await openPortal(page);
  await page.goto("/alerts");
  const table = page.getByRole("table", { name: "Extra recipients" });
  await expect(table.getByRole("row").filter({ hasText: TEAM })).toContainText("Unknown");
  await expect(page.getByRole("region", { name: "Who is reached" })).toContainText(
    "Mail stays in the mailbox of this app: nobody is mailed",
  );
  await page.goto("/alerts/sent");
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: `to ${TEAM}` })
      .first(),
  ).toContainText("for an extra recipient");
});

test("when it is taken off, it hears of that as everybody does, and is on the list no more", async ({ page }) => {
  await openSettings(page);
  await card(page)
    .getByRole("button", { name: `Remove… ${TEAM}` })
    .click();
  await expect(dialog(page)).toContainText("gets one last mail");
  await typeProof(dialog(page), ANNA);
  await dialog(page).getByRole("button", { name: "Remove", exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(card(page)).toContainText("None");
  expect(await listed()).toMatchObject([{ value: "[]" }]);
  await letTheMinutePass();
  await expectMails(/^Extra recipients set by .*: Empty /, SUPER_USERS);
  await expectMails(/^Zusätzliche Empfänger gesetzt von .*: Leer /, [TEAM]);
});
