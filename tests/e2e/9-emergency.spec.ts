import type { Page } from "@playwright/test";
import {
  ANNA,
  cron,
  expect,
  expectMails,
  fromMenu,
  letTheMinutePass,
  openPortal,
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

test("a pause makes everything private at once; resuming takes the password and brings back exactly the same sites", async ({
  page,
}) => {
  await openPortal(page);
  await page.getByRole("button", { name: "Pause all…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why?").fill("Somebody found names in page titles");
  await dialog.getByRole("button", { name: "Pause all" }).click();
  await expect(heading(page)).toHaveText(/^0 of \d+ sites are public$/);
  await expect(page.getByText("Somebody found names in page titles").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Make public…/ })).toHaveCount(0);
  expect(await publicSiteIds()).toEqual([]);
  await expectMails(/^Paused by /, SUPER_USERS);

  await page.getByRole("button", { name: "Resume…" }).click();
  await typeProof(dialog, ANNA);
  await dialog.getByRole("button", { name: /^Resume / }).click();
  await expect(dialog).toBeHidden();
  await expect(heading(page)).not.toHaveText(/^0 of/);
  expect(await publicSiteIds()).toEqual(before);
});

test("while it is locked nothing can be published, what appears outside is taken back and told, and lifting takes the password", async ({
  page,
}) => {
  await letTheMinutePass();
  await openPortal(page);
  await page.getByRole("button", { name: "Lock…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why?").fill("Until the review is done");
  await dialog.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(heading(page)).toHaveText(/^0 of \d+ sites are public$/);
  await expect(page.getByText("Nothing may be public: public access is locked")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Make public…/ })).toHaveCount(0);
  await expectMails(/^Locked by /, SUPER_USERS);

  const { name } = await publishBySql();
  expect(await cron("watch")).toMatchObject({ appeared: 1, locked: 1, public: 0 });
  expect(await publicSiteIds()).toEqual([]);
  for (const mail of await expectMails(new RegExp(`^Private because blocked: .*${name}`), SUPER_USERS)) {
    expect(mail.text).toContain("blocked");
  }

  await page.getByRole("button", { name: "Lift the lock…" }).click();
  await dialog.getByRole("button", { name: "Lift the lock" }).click();
  await expect(dialog.getByLabel("Your Matomo password")).toHaveAttribute("aria-invalid", "true");
  await typeProof(dialog, ANNA);
  await dialog.getByRole("button", { name: "Lift the lock" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Lock…" })).toBeVisible();
  expect(await publicSiteIds(), "nothing comes back by itself").toEqual([]);
});

test("a public and writable site is urgent: shown in red, mailed, and reduced to view by one click", async ({
  page,
}) => {
  const { id, name } = await publishBySql("admin");
  await cron("watch");
  for (const mail of await expectMails(new RegExp(`^Urgent: Public and writable, .*${name}`), SUPER_USERS)) {
    expect(mail.text).toContain("admin");
  }
  await openPortal(page);
  const finding = page.getByRole("region", { name: /writ|admin/i }).filter({ hasText: name });
  await expect(finding).toContainText("Urgent");
  await finding.getByRole("button", { name: "Reduce to view" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reduce to view" }).click();
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
  await finding.getByRole("button", { name: "This is intended…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why?").fill("Agreed with the editors");
  await dialog.getByRole("button", { name: "It is intended" }).click();
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
  await expect(heading(page)).toHaveText("Still meant to be public?");
  await page.getByRole("button", { name: `Keep ${name}` }).click();
  await dialog.getByLabel(/^Note/).fill("For the annual report");
  await dialog.getByRole("button", { name: "Keep 1 site" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("For the annual report");
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Confirmed");
});
