import { e2eServer } from "@/tests/support/e2e";
import { ANNA, expect, openPortal, sql, test } from "./portal";

test.describe.configure({ mode: "serial" });

const MARKUP = "{{7*7}}<img src=x onerror=alert(1)></title><script>";
const TURNED = "pay\u202Egpj.exe";

// Names as Matomo stores them: HTML-escaped once.
const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

test.beforeAll(async () => {
  for (const name of [escaped(MARKUP), TURNED, "A &amp;amp; B Hostile"]) {
    await sql(
      `INSERT INTO matomo_site (name, main_url, timezone, currency, \`group\`, \`type\`, sitesearch_keyword_parameters,
         sitesearch_category_parameters, excluded_ips, excluded_parameters, excluded_user_agents, excluded_referrers)
       VALUES (?, 'https://hostile.example', 'UTC', 'EUR', 'hostile', 'website', '', '', '', '', '', '')`,
      [name],
    );
  }
});
test.afterAll(() => sql("DELETE FROM matomo_site WHERE `group` = 'hostile'"));

test("names with markup, template marks, bidi controls and doubled escapes are text on every page (S29, S30)", async ({
  page,
}) => {
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  await openPortal(page);
  await page.getByRole("searchbox").fill("hostile");
  await expect(page.getByRole("row").filter({ hasText: /hostile/i })).toHaveCount(3);
  await expect(page.getByText("<img src=x onerror=alert(1)></title><script>", { exact: false }).first()).toBeVisible();
  await expect(page.getByText("A &amp; B Hostile", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("{{7*7}}", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: /^Make public… \{\{7/ }).click();
  await expect(page.getByRole("region", { name: "What it means" })).toContainText("<img src=x onerror=alert(1)>");
  expect(await page.title()).toBe("What it means · Make sites public · Public Access for Matomo");
  expect(dialogs).toBe(0);
});

test("what was typed and sent by strangers is text in the activity too", async ({ page, browser }) => {
  const stranger = await browser.newContext({ userAgent: `${MARKUP} ${"x".repeat(400)}` });
  await stranger.request.post(`${e2eServer().baseUrl}/api/auth/callback/matomo`, {
    headers: { origin: "https://evil.example/<script>" },
    form: { identifier: MARKUP, password: "x" },
  });
  await stranger.close();
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  await openPortal(page, ANNA);
  await page.goto("/activity");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Activity");
  expect(await page.locator("main img, main script").count()).toBe(0);
  expect(dialogs).toBe(0);
});
