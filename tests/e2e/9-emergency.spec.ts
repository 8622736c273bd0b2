import type { Page } from "@playwright/test";
import {
  ANNA,
  cron,
  expect,
  expectMails,
  expectPublished,
  fromMenu,
  letTheMinutePass,
  openPortal,
  openProof,
  publicSiteIds,
  SUPER_USERS,
  sql,
  test,
  typeProof,
} from "./portal";

test.describe.configure({ mode: "serial" });

let before: number[] = [];
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Makes a site public past the portal. @returns its id and name */
async function publishBySql(access = "view"): Promise<{ id: number; name: string }> {
  const [site] = await sql(
    `SELECT idsite, name FROM matomo_site WHERE name NOT GLOB '*[^A-Za-z ]*'
     AND idsite NOT IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous') LIMIT 1`,
  );
  const id = Number(site?.idsite);
  await sql("INSERT INTO matomo_access (login, idsite, access) VALUES ('anonymous', ?, ?)", [id, access]);
  return { id, name: String(site?.name) };
}

test.beforeAll(async () => {
  await letTheMinutePass();
  await cron("watch");
  before = await publicSiteIds();
  expect(before.length).toBeGreaterThan(1);
});

test("two clicks on any page make everything private; what appears outside is taken back; turning it off takes the password and restores what is chosen", async ({
  page,
}) => {
  await openPortal(page);
  await page.goto("/activity");
  await page.getByRole("button", { name: "Block public access…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`${before.length} public sites become private now.`);
  await dialog.getByRole("button", { name: "Block public access" }).click();
  await expect(dialog).toBeHidden();
  expect(await publicSiteIds()).toEqual([]);
  await expectMails(/^Public access blocked by /, SUPER_USERS);
  await page.getByRole("link", { name: "Public access blocked" }).click();
  await expect(heading(page)).toHaveText(/^0 of \d+ sites are public$/);
  await expect(page.getByRole("button", { name: /^Make public…/ })).toHaveCount(0);

  await page.getByRole("button", { name: "Add reason…" }).click();
  await dialog.getByLabel("Why?").fill("Somebody found names in page titles");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Somebody found names in page titles").first()).toBeVisible();

  const { name } = await publishBySql();
  expect(await cron("watch")).toMatchObject({ appeared: 1, blocked: 1, public: 0 });
  expect(await publicSiteIds()).toEqual([]);
  for (const mail of await expectMails(new RegExp(`^Private because blocked: .*${name.slice(0, 12)}`), SUPER_USERS)) {
    expect(mail.text).toContain("block");
  }

  await page.getByRole("button", { name: "Turn off…" }).click();
  await dialog.getByLabel(`All that were public (${before.length})`).check();
  await dialog.getByRole("button", { name: /^Turn off and restore/ }).click();
  await expect(dialog.getByLabel("Your Matomo password")).toHaveAttribute("aria-invalid", "true");
  await typeProof(dialog, ANNA);
  await dialog.getByRole("button", { name: /^Turn off and restore/ }).click();
  await expect(dialog).toBeHidden();
  await expect(heading(page)).not.toHaveText(/^0 of/);
  expect(await publicSiteIds()).toEqual(before);
  await expect(page.getByRole("button", { name: "Block public access…" })).toBeVisible();
});

test("on the page that says what was just published, blocking ends that it says so", async ({ page }) => {
  await letTheMinutePass();
  await openPortal(page);
  const proof = await openProof(page, /^Make public… /, "Shown at the open day");
  await typeProof(proof, ANNA);
  await proof.getByRole("button", { name: "Make 1 site public" }).click();
  await expectPublished(page, 1);
  await page.getByRole("button", { name: "Block public access…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Block public access" }).click();
  await expect(page.getByRole("region", { name: /^You made 1 site public: / })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("site is public now");
  await page.goto("/public-access");
  await page.getByRole("button", { name: "Turn off…" }).click();
  await dialog.getByLabel(/^All that were public/).check();
  await typeProof(dialog, ANNA);
  await dialog.getByRole("button", { name: /^Turn off and restore/ }).click();
  await expect(dialog).toBeHidden();
});

test("some of the sites can be restored, or none", async ({ page }) => {
  await letTheMinutePass();
  await openPortal(page);
  const dialog = page.getByRole("dialog");
  const block = async () => {
    await page.getByRole("button", { name: "Block public access…" }).click();
    await dialog.getByRole("button", { name: "Block public access" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: "Turn off…" }).click();
  };
  await block();
  await dialog.getByLabel("Selected sites").check();
  await dialog.getByRole("checkbox").first().check();
  await typeProof(dialog, ANNA);
  await dialog.getByRole("button", { name: "Turn off and restore 1 site" }).click();
  await expect(dialog).toBeHidden();
  expect(await publicSiteIds()).toHaveLength(1);
  await block();
  await typeProof(dialog, ANNA);
  await dialog.getByRole("button", { name: "Turn off block" }).click();
  await expect(dialog).toBeHidden();
  expect(await publicSiteIds(), "nothing comes back by itself").toEqual([]);
});

test("a public and writable site is urgent: shown in red, mailed, and reduced to view by one click", async ({
  page,
}) => {
  const { id, name } = await publishBySql("admin");
  await cron("watch");
  for (const mail of await expectMails(
    new RegExp(`^Urgent: Public and writable, .*${name.slice(0, 12)}`),
    SUPER_USERS,
  )) {
    expect(mail.text).toContain("admin");
  }
  await openPortal(page);
  const finding = page.getByRole("region", { name: /writ|admin/i }).filter({ hasText: name });
  await expect(finding).toContainText("Urgent");
  await finding.getByRole("button", { name: "Limit to view" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Limit to view" }).click();
  // Nothing behind an open dialog has a role.
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(finding).toHaveCount(0);
  expect(await sql("SELECT access FROM matomo_access WHERE login = 'anonymous' AND idsite = ?", [id])).toEqual([
    expect.objectContaining({ access: "view" }),
  ]);
});

test("a site that became public outside is called intended, kept in the review, and given an end date", async ({
  page,
}) => {
  const [site] = await sql(
    "SELECT s.name FROM matomo_access a JOIN matomo_site s ON s.idsite = a.idsite WHERE a.login = 'anonymous'",
  );
  const name = String(site?.name);
  await openPortal(page);
  const finding = page.getByRole("region", { name: /outside/i }).filter({ hasText: name });
  await finding.getByRole("button", { name: "Mark as intended…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why?").fill("Agreed with the editors");
  await dialog.getByRole("button", { name: "Mark as intended" }).click();
  await expect(dialog).toBeHidden();
  await expect(finding).toHaveCount(0);

  await fromMenu(page, name, "Change end date…");
  await dialog.getByLabel(/30 days/).check();
  await typeProof(dialog, ANNA);
  await dialog.getByRole("button", { name: "Change end date" }).click();
  await expect(dialog).toBeHidden();
  const [publication] = await sql("SELECT until FROM portal_publication");
  expect(publication?.until).not.toBeNull();

  await page.goto("/review");
  await expect(heading(page)).toHaveText("Should these sites stay public?");
  await page.getByRole("button", { name: `Keep ${name}` }).click();
  await dialog.getByLabel(/^Note/).fill("For the annual report");
  await dialog.getByRole("button", { name: "Keep 1 site" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("For the annual report");
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Kept");
});
