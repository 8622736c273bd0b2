import { translatorOf } from "@/tests/support/translator-of";
import { expectAxeFindsNothing } from "./axe";
import {
  ANNA,
  expect,
  expectMails,
  expectPublished,
  isAwake,
  openPortal,
  SUPER_USERS,
  search,
  sql,
  test,
  walkToProof,
} from "./portal";

// Not Samira: her step-up is locked for a quarter of an hour since 7-sign-in-and-step-up.
const JONAS = { login: "jonas.holm", password: "nordlicht-jonas" };

test.describe("in Arabic", () => {
  test.use({ locale: "ar" });
  const publish = translatorOf("publish", "ar");
  // No other test touches Solarkataster: its mails are those of this one.
  const auth = translatorOf("auth", "ar");

  test("a Super User publishes a site from right to left, and each hears of it in their own language", async ({
    page,
  }) => {
    test.slow();
    await sql("UPDATE matomo_user_language SET language = 'ar' WHERE login = ?", [JONAS.login]);
    await page.goto("/sign-in");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await page.getByLabel(auth("signIn.identifier")).fill(JONAS.login);
    await page.getByLabel(auth("signIn.password"), { exact: true }).fill(JONAS.password);
    await page.getByRole("button", { name: auth("signIn.submit"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("61");
    await expect(page.locator("html")).toHaveAttribute("lang", "ar");
    await search(page, "Solarkataster");
    await expect(page.getByRole("row")).toHaveCount(2);
    await expectAxeFindsNothing(page);

    await page.getByRole("button", { name: /^جعله عامًا… .*Solarkataster/ }).click();
    const goOn = (step: "consequences" | "reason") =>
      page
        .getByRole("region", { name: publish(`step.${step}`) })
        .getByRole("button", { name: publish("next") })
        .click();
    await goOn("consequences");
    await page
      .getByRole("region", { name: publish("step.reason") })
      .getByRole("textbox")
      .first()
      .fill("بيانات مفتوحة");
    await goOn("reason");
    const proof = page.getByRole("region", { name: publish("step.prove") });
    await expectAxeFindsNothing(page);
    await proof.getByLabel(auth("stepUp.password")).fill(JONAS.password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
    await expect(page).toHaveURL(/step=done/);

    const [arabic] = await expectMails(/\p{Script=Arabic}.*Solarkataster/u, ["jonas.holm@nordlicht.example"]);
    expect(arabic?.html).toContain('dir="rtl"');
    await expectMails(
      /^Made public by .*Solarkataster/,
      SUPER_USERS.filter((address) => !address.startsWith("jonas")),
    );
  });
});

test.describe("on a phone of 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("a site is made public and private again, and nothing is wider than the screen", async ({ page }) => {
    test.slow();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await openPortal(page);
    await page.goto("/public-access?state=private");
    await page
      .getByRole("button", { name: /^Make public… / })
      .first()
      .click();
    const proof = await walkToProof(page, { count: 1, reason: "On the way" });
    expect(await width()).toBeLessThanOrEqual(360);
    await proof.getByLabel("Your Matomo password").fill(ANNA.password);
    await proof.getByRole("button", { name: "Make 1 site public" }).click();
    const done = await expectPublished(page, 1);
    await done.getByRole("button", { name: "Make private again" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    expect(await width()).toBeLessThanOrEqual(360);
    await dialog.getByRole("button", { name: /^Make private/ }).click();
    await expect(dialog).toBeHidden();
  });
});

test("a language that is chosen in Matomo meanwhile is there once the page is read again, in every part", async ({
  page,
}) => {
  await openPortal(page);
  await page.goto("/sessions");
  const refresh = page.getByRole("button", { name: "Refresh" });
  await isAwake(refresh);
  await sql("UPDATE matomo_user_language SET language = 'de' WHERE login = ?", [ANNA.login]);
  await refresh.click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const layout = translatorOf("layout", "de");
  await expect(page.getByRole("button", { name: layout("readAgain") })).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: layout("nav.review") })).toBeVisible();
});

test.describe("without its messages", () => {
  test.use({ mayComplain: [/messages|ERR_FAILED/] });

  test("a page says that it could not be shown, and is whole at the next try", async ({ page }) => {
    await page.route("**/api/messages/**", (route) => route.abort(), { times: 1 });
    await page.goto("/sign-in");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The portal could not be shown");
    await page.getByRole("link", { name: "Try again" }).click();
    await expect(page.getByLabel("Login or e-mail address")).toBeVisible();
  });
});

test("the theme that was chosen is there at once, and at the next visit", async ({ page }) => {
  await openPortal(page);
  const theme = page.getByRole("combobox", { name: "Theme" });
  await isAwake(theme);
  await theme.selectOption({ label: "Dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await isAwake(theme);
  await theme.selectOption({ label: "System" });
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
});
