import {
  ANNA,
  expect,
  expectPublished,
  openPortal,
  openProof,
  publicSiteIds,
  search,
  signIn,
  test,
  typeProof,
} from "./portal";

// What may come in between while somebody publishes: other sites, a reload, somebody else, a lost answer.

const JONAS = { login: "jonas.holm", password: "nordlicht-jonas" };
const REASON = "Pupils look at it in class";

test("all that match are published by their typed number; Back, a reload and the list keep what was typed", async ({
  page,
}) => {
  await openPortal(page);
  const before = await publicSiteIds();
  await page.goto("/public-access?q=schul&state=private");
  // By the keyboard: from the search to the first row, which is chosen; then everything that matches.
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  const bar = page.getByRole("region", { name: "Selected sites" });
  await expect(bar).toContainText("1 site selected");
  await bar.getByRole("button", { name: "Clear" }).press("Enter");
  await expect(page.getByRole("row").nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await bar.getByRole("button", { name: /^Select all matching/ }).press("Enter");
  await expect(bar).toBeFocused();
  const opener = bar.getByRole("button", { name: /^Make \d+ sites public…/ });
  const count = Number((await opener.textContent())?.match(/\d+/)?.[0]);
  expect(count).toBeGreaterThan(1);
  await opener.click();
  await page.getByRole("region", { name: "What it means" }).getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Why?").fill(REASON);
  await page.getByRole("radio", { name: "30 days" }).check();

  await page.goBack();
  await expect(page.getByRole("region", { name: "What it means" })).toBeVisible();
  await page.goForward();
  await expect(page.getByLabel("Why?")).toHaveValue(REASON);
  await page.reload();
  await expect(page.getByLabel("Why?")).toHaveValue(REASON);
  await page.goto("/public-access");
  const begun = page.getByRole("region", { name: "Unfinished publishing" });
  await expect(begun).toContainText(`Not published yet: ${count} sites`);
  await begun.getByRole("button", { name: "Discard" }).click();
  await expect(begun).toContainText(`Draft for ${count} sites discarded`);
  await begun.getByRole("button", { name: "Undo" }).press("Enter");
  await begun.getByRole("link", { name: "Continue" }).click();
  await expect(page.getByLabel("Why?")).toHaveValue(REASON);
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(page.getByRole("status").filter({ hasText: "discarded" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Why?")).toHaveValue(REASON);
  await expect(page.getByRole("radio", { name: "30 days" })).toBeChecked();

  const why = page.getByRole("region", { name: "Reason and end date" });
  await why.getByLabel(/^Type \d+ to confirm/).fill(String(count + 1));
  await why.getByRole("button", { name: "Continue" }).click();
  await expect(why).toContainText(`Type ${count}, the number of sites.`);
  await why.getByLabel(/^Type \d+ to confirm/).fill(String(count));
  await why.getByRole("button", { name: "Continue" }).click();
  await typeProof(page, ANNA);
  await page.getByRole("button", { name: `Make ${count} sites public` }).dblclick();
  await expectPublished(page, count);
  expect((await publicSiteIds()).length).toBe(before.length + count);

  // Shown again later it tells what was done, not what is public now.
  await page.reload();
  const done = page.getByRole("region", { name: new RegExp(`^You made ${count} sites public: `) });
  await expect(done).toContainText("The list shows what is public now.");
  await done.getByRole("button", { name: "Make private again" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make private" }).click();
  await expect(page.getByRole("region", { name: `${count} sites are private again.` })).toBeVisible();
  expect(await publicSiteIds()).toEqual(before);
});

test("somebody else who signs in in the same tab never goes on with it; the person finds it again", async ({
  page,
  context,
}) => {
  await openPortal(page);
  await search(page, "Podcast");
  await openProof(page, /^Make public… .*Podcast/, REASON);
  await expect(page.getByLabel("Your Matomo password")).toBeVisible();

  const startsAnew = async (person: typeof ANNA) => {
    await context.clearCookies();
    await page.reload();
    await signIn(page, person);
    await expect(page).toHaveURL(/\/public-access\/publish\?step=prove/);
  };
  await startsAnew(JONAS);
  await expect(page.getByRole("searchbox", { name: /^Add sites/ })).toBeVisible();
  await startsAnew(ANNA);
  await expect(page.getByText(REASON)).toBeVisible();
  await expect(page.getByLabel("Your Matomo password")).toHaveValue("");
});

test.describe("an answer that gets lost", () => {
  test.use({ mayComplain: [/ERR_CONNECTION_RESET/] });

  test("leaves nobody with a guess: they look first, and then it is finished", async ({ page }) => {
    await openPortal(page);
    await search(page, "Podcast");
    await openProof(page, /^Make public… .*Podcast/, REASON);
    await page.route("**/public-access/publish**", async (route) => {
      if (!route.request().headers()["next-action"]) return route.continue();
      await route.fetch();
      await route.abort("connectionreset");
    });
    await typeProof(page, ANNA);
    await page.getByRole("button", { name: "Make 1 site public" }).click();
    await expect(page.getByText("Unknown whether published")).toBeVisible();
    await expect(page.getByRole("button", { name: "Start over" })).toHaveCount(0);
    await page.unroute("**/public-access/publish**");

    // Nothing else is begun before somebody has looked.
    await page.goto("/public-access?state=private");
    await expect(page.getByRole("region", { name: "Unfinished publishing" })).toContainText("Unknown whether");
    await page
      .getByRole("button", { name: /^Make public… / })
      .first()
      .click();
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page.getByText("Public now: 1 of 1.")).toBeVisible();
    await page.getByRole("link", { name: "See public sites" }).click();

    const panel = page.getByRole("dialog", { name: /Podcast/ });
    await expect(panel.getByText(ANNA.login).first()).toBeVisible();
    await panel.getByRole("button", { name: /^Make private/ }).click();
    await expect(page.getByText(/Podcast.* is private now\./)).toBeVisible();
    await page.goto("/public-access/publish");
    await expect(page.getByRole("searchbox", { name: /^Add sites/ })).toBeVisible();
  });
});
