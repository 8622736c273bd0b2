import {
  cron,
  expect,
  expectMails,
  expectPublished,
  letTheMinutePass,
  openPortal,
  publicSiteIds,
  SUPER_USERS,
  search,
  sql,
  test,
  walkToProof,
} from "./portal";

test.describe.configure({ mode: "serial" });

let names: string[] = [];
let ids: number[] = [];

test.beforeAll(async () => {
  const rows = await sql(
    `SELECT idsite, name FROM matomo_site WHERE name GLOB '[A-Za-z]*' AND name NOT GLOB '*[^A-Za-z ]*'
     AND idsite NOT IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous') ORDER BY LENGTH(name) DESC LIMIT 3`,
  );
  names = rows.map((row) => String(row.name));
  ids = rows.map((row) => Number(row.idsite));
});

test("a Super User publishes two sites with the password, and every Super User hears of both", async ({ page }) => {
  await openPortal(page);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("4 of 61 sites are public");

  for (const name of names.slice(0, 2)) {
    await search(page, name);
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  }
  await page
    .getByRole("region", { name: "Selected sites" })
    .getByRole("button", { name: "Make 2 sites public…" })
    .click();
  const chosen = page.getByRole("region", { name: "What it means" });
  for (const name of names.slice(0, 2)) await expect(chosen).toContainText(name);
  const proof = await walkToProof(page, { count: 2, reason: "Open figures for the press" });
  for (const name of names.slice(0, 2)) await expect(proof).toContainText(name);
  await proof.getByLabel("Your Matomo password").fill("nordlicht-anna");
  await proof.getByRole("button", { name: "Make 2 sites public" }).click();

  const done = await expectPublished(page, 2);
  await expect(done).toContainText("4 Super Users are notified.");
  await page.reload();
  await expect(page.getByRole("region", { name: /^You made 2 sites public: / })).toBeVisible();
  await page.getByRole("link", { name: "See public sites" }).click();
  await expect(heading).toHaveText("6 of 61 sites are public");
  expect(await publicSiteIds()).toEqual(expect.arrayContaining(ids.slice(0, 2)));
  const mails = await expectMails(/^Made public by anna\.berg: /, SUPER_USERS);
  for (const mail of mails) {
    for (const name of names.slice(0, 2)) {
      expect(mail.text).toContain(name);
      expect(mail.html).toContain(name);
    }
    expect(mail.text).toContain("anna.berg");
    expect(mail.text).toContain("Open figures for the press");
    expect(SUPER_USERS.filter((other) => other !== mail.to && (mail.text + mail.html).includes(other))).toEqual([]);
  }
});

test.describe("after the alert", () => {
  // The mail's frame runs no scripts; the browser says so when the test looks into it.
  test.use({ mayComplain: [/Blocked script execution in 'about:srcdoc'/] });

  test("the page shows the public sites with who, why and until, and the mailbox shows the alert", async ({ page }) => {
    await openPortal(page);
    await search(page, names[0] ?? "");
    const row = page.getByRole("row").filter({ hasText: names[0] });
    await expect(row).toContainText("anna.berg");
    await expect(row).toContainText("Open figures for the press");

    await page.getByRole("link", { name: "mailbox", exact: true }).click();
    await page
      .getByRole("link", { name: /^Made public by anna\.berg: / })
      .first()
      .click();
    const mail = page.frameLocator("iframe");
    await expect(mail.getByText(names[0] ?? "").first()).toBeVisible();
    await page.getByRole("tab", { name: "Headers" }).click();
    await expect(page.getByText(/Auto-Submitted: auto-generated/)).toBeVisible();
  });
});

test("making one private takes one click after a recent proof, and every Super User hears", async ({ page }) => {
  await letTheMinutePass();
  await openPortal(page);
  await search(page, names[0] ?? "");
  await page.getByRole("button", { name: `Make private ${names[0]}` }).click();
  // The row says so in its place, and both lead back into the flow of publishing.
  const row = page.getByRole("row").filter({ hasText: names[0] });
  await expect(page.getByRole("button", { name: "Publish again…", exact: true })).toBeVisible();
  await expect(row).toContainText("Private");
  await expect(row.getByRole("button", { name: /^Publish again… / })).toBeVisible();
  const tabs = page.getByRole("navigation", { name: "Sites" });
  await tabs.getByRole("link", { name: /^Private/ }).click();
  await expect(row.getByRole("button", { name: /^Publish again… / })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("5 of 61 sites are public");
  expect(await publicSiteIds()).not.toContain(ids[0]);
  // A long host leaves room for the beginning of a name.
  await expectMails(new RegExp(`^Made private by anna\\.berg: .*${names[0]?.slice(0, 12)}`), SUPER_USERS);
});

test("the reminder comes once to each Super User, though every cron route finds it due and cron calls twice", async () => {
  // As if nobody had been reminded this week.
  await sql("DELETE FROM portal_setting WHERE name LIKE 'reminder/%'");
  for (const table of ["portal_outbox", "portal_message"])
    await sql(`UPDATE ${table} SET event_key = 'earlier/' || event_key WHERE event_key LIKE 'reminder/%'`);
  for (const job of ["watch", "deliver", "reminders", "reminders"] as const) {
    expect(await cron(job)).toMatchObject({ job, outcome: "done" });
  }
  expect(await cron("reminders")).toMatchObject({ due: 0, queued: 0, sites: 0 });
  const mails = await expectMails(/still public|reminder|5 sites are public|5 public sites/i, SUPER_USERS);
  for (const mail of mails) expect(mail.text).toContain(names[1]);
});

test("a row inserted by SQL is announced by the watch, once", async ({ page }) => {
  await sql("INSERT INTO matomo_access (login, idsite, access) VALUES ('ANONYMOUS', ?, 'view')", [ids[2] ?? 0]);
  expect(await cron("watch")).toMatchObject({ outcome: "done", appeared: 1, vanished: 0 });
  expect(await cron("watch")).toMatchObject({ outcome: "done", appeared: 0, vanished: 0 });
  const mails = await expectMails(/outside this app/, SUPER_USERS);
  for (const mail of mails) expect(mail.text).toContain(names[2]);

  await openPortal(page);
  await search(page, names[2] ?? "");
  await expect(page.getByRole("row").filter({ hasText: names[2] })).toContainText("Outside this app");
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: names[2] }).first()).toBeVisible();
});
