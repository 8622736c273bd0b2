import AxeBuilder from "@axe-core/playwright";
import { expectAxeFindsNothing } from "./axe";
import {
  ANNA,
  expect,
  expectPublished,
  henrik,
  openPortal,
  openProof,
  signIn,
  signInWithPassword,
  test,
} from "./portal";

const PAGES = [
  ...["/activity", "/activity/history", "/activity/reports", "/alerts", "/alerts/sent", "/alerts/test"],
  ...["/review", "/settings", "/settings/status", "/sessions", "/mailbox"],
];

/** What else opens a dialog. */
const OPENS: Record<string, RegExp> = {
  "/review": /^Keep /,
  "/settings": /^Add an address…/,
  "/sessions": /^End everybody’s sessions…/,
};

test("axe finds nothing on any page or dialog, in light and in dark", async ({ page }) => {
  test.slow();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const expectNothing = () => expectAxeFindsNothing(page, { inDarkToo: true });
  await page.goto("/sign-in");
  await expectNothing();
  await openPortal(page);
  await expectNothing();
  await page
    .getByRole("button", { name: /^More actions for / })
    .first()
    .click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectNothing();
  await page.getByRole("menuitem", { name: "Change end date…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNothing();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Details" }).first().click();
  for (const opener of [/^Block public access…/, /^Mark as intended…/, /^Limit to view/]) {
    await page.getByRole("button", { name: opener }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNothing();
    await page.keyboard.press("Escape");
  }
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothing();
    const opener = OPENS[path];
    if (!opener) continue;
    await page.getByRole("button", { name: opener }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNothing();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: opener }).first()).toBeFocused();
  }
  await page.goto("/public-access/publish");
  await expect(page.getByRole("searchbox", { name: /^Add sites/ })).toBeVisible();
  await expectNothing();
  await page.goto("/public-access?state=private");
  await openProof(page, /^Make public… /, "As everybody sees it");
  for (const step of ["prove", "reason", "consequences"]) {
    await expect(page).toHaveURL(new RegExp(`step=${step}$`));
    await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
    await expectNothing();
    await page.goBack();
  }
});

test.describe("with a second factor", () => {
  // A refused sign-in is answered with 401.
  test.use({ mayComplain: [/401/] });

  test("axe finds nothing on the code step, its error, and the forms that ask for a code, in light and in dark", async ({
    page,
  }) => {
    test.slow();
    const person = await henrik();
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    const expectNothing = () => expectAxeFindsNothing(page, { inDarkToo: true });
    await signInWithPassword(page, person);
    const code = page.getByLabel("Your code");
    await expect(code).toBeFocused();
    await expectNothing();
    await code.fill("000000");
    await page.keyboard.press("Enter");
    await expect(code).toHaveAttribute("aria-invalid", "true");
    await expectNothing();

    await page.goto("/sign-in");
    await signIn(page, person);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("public");
    const proof = await openProof(page, /^Make public… /, "With a second factor");
    await proof.getByLabel("Your Matomo password").fill(person.password);
    await proof.getByRole("button", { name: "Make 1 site public" }).click();
    await expect(proof.getByLabel("Your code")).toHaveAttribute("aria-invalid", "true");
    await expectNothing();
    await page.goto("/settings");
    await page.getByLabel("Reminders", { exact: true }).selectOption("monthly");
    await expect(page.getByLabel("Your code")).toBeVisible();
    await expectNothing();
  });
});

test.describe("on a narrow screen", () => {
  test.use({ mayComplain: [/401/] });

  test("no page is wider than a screen of 360 px, and axe finds nothing there either", async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width: 360, height: 740 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await signInWithPassword(page, await henrik());
    await expect(page.getByLabel("Your code")).toBeVisible();
    expect(await width()).toBeLessThanOrEqual(360);
    await page.goto("/sign-in");
    await openPortal(page);
    for (const path of ["/public-access", ...PAGES]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await width()).toBeLessThanOrEqual(360);
      await expectAxeFindsNothing(page);
    }
  });
});

test("rows stay readable while the next ones are read, and the table says that it is busy", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openPortal(page);
  await page.goto("/public-access?state=private");
  const table = page.getByRole("table", { name: "Sites" });
  await expect(table).toHaveAttribute("aria-busy", "false");
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/sites\?/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("searchbox").fill("Podcast");
  await expect(table).toHaveAttribute("aria-busy", "true");
  const contrast = await new AxeBuilder({ page }).include("table").withRules("color-contrast").analyze();
  expect(contrast.violations).toEqual([]);
  expect(await table.evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
  release();
  await expect(table).toHaveAttribute("aria-busy", "false");
});

test("what is pressed while a search is still being typed is not taken back by the search", async ({ page }) => {
  await openPortal(page);
  await page.goto("/public-access?state=private");
  const opener = page.getByRole("button", { name: /^Make public… / }).first();
  await expect(opener).toBeVisible();
  await page.getByRole("searchbox").fill("e");
  await opener.click();
  await expect(page.getByRole("region", { name: "What it means" })).toBeVisible();
  await expect(page).toHaveURL(/\/public-access\/publish/);
});

test("a site is made public and private again by keyboard alone, and focus comes back", async ({ page }) => {
  await openPortal(page);
  const heading = page.getByRole("heading", { level: 1 });
  const before = await heading.textContent();
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("Podcast");
  const opener = page.getByRole("button", { name: /^Make public… .*Podcast/ });
  await expect(page.getByText("1 site listed")).toBeAttached();
  await opener.focus();
  await page.keyboard.press("Enter");
  const step = (name: string) => page.getByRole("heading", { level: 2, name });
  const goOn = async () => {
    await page.getByRole("button", { name: "Continue" }).focus();
    await page.keyboard.press("Enter");
  };
  await expect(step("What it means")).toBeFocused();
  await goOn();
  await expect(step("Reason and end date")).toBeFocused();
  await page.getByLabel("Why?").focus();
  await page.keyboard.type("By keyboard");
  await goOn();
  await expect(step("Check and publish")).toBeFocused();
  await page.getByLabel("Your Matomo password").focus();
  await page.keyboard.type(ANNA.password);
  await page.keyboard.press("Enter");
  await expectPublished(page, 1);
  await expect(step("1 site is public now.")).toBeFocused();
  await page.getByRole("link", { name: "See public sites" }).focus();
  await page.keyboard.press("Enter");
  const closer = page.getByRole("button", { name: /^Make private .*Podcast/ });
  await closer.focus();
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText(before ?? "");
  await expect(page.getByRole("button", { name: /^Publish again… .*Podcast/ })).toBeFocused();
});
