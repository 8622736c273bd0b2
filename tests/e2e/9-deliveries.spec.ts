import type { Page } from "@playwright/test";
import { expectAxeFindsNothing } from "./axe";
import { ANNA, arrived, cron, expect, openPortal, sql, test } from "./portal";

// A mail that did not arrive: sent once more, or said how its reader was told instead.

const SAMIRA = "samira.haddad@nordlicht.example";

const mails = (page: Page) => page.getByRole("region", { name: "Mails", exact: true });
const dialog = (page: Page) => page.getByRole("dialog");
const copies = async () => (await arrived(/./)).filter(({ to }) => to === SAMIRA).length;

/** The newest mail to her failed for good, as the provider would have it. */
async function refuseHerLast(): Promise<void> {
  await sql(
    `UPDATE portal_outbox SET state = 'dead', attempts = 10, sent_at = NULL, sent_via = NULL, handled_at = NULL,
       last_error = '550 5.1.1 no such user <samira>'
     WHERE id = (SELECT max(id) FROM portal_outbox WHERE recipient = ?)`,
    [SAMIRA],
  );
}

async function openMissed(page: Page): Promise<void> {
  await openPortal(page);
  await page.goto("/alerts/sent?show=attention");
  await expect(
    mails(page)
      .getByRole("listitem")
      .filter({ hasText: `to ${SAMIRA}` }),
  ).toHaveCount(1);
  await expect(mails(page)).toContainText("550 5.1.1 no such user <samira>");
}

/** In both themes and on a phone, with the dialog open. */
async function expectForEveryone(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAxeFindsNothing(page);
  }
  const viewport = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAxeFindsNothing(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  if (viewport) await page.setViewportSize(viewport);
}

test("a mail that failed for good is sent again, goes out, and needs nobody any more", async ({ page }) => {
  await refuseHerLast();
  const before = await copies();
  await openMissed(page);
  await mails(page)
    .getByRole("button", { name: new RegExp(`^Send again… to ${SAMIRA}`) })
    .click();
  await expect(dialog(page)).toContainText("The same mail goes to the address that samira.haddad has in Matomo now.");
  await expectForEveryone(page);
  await dialog(page).getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("It goes out again.")).toBeVisible();
  await expect.poll(copies, "it goes out with the click, without waiting for cron").toBe(before + 1);
  await expect(mails(page).getByRole("button", { name: /^Send again…/ })).toHaveCount(0);
  await page.goto("/activity");
  await expect(page.getByRole("main")).toContainText(`${ANNA.login} resent to`);
});

test("a mail that failed for good is dismissed with how its reader was told; an empty note is asked for", async ({
  page,
}) => {
  await refuseHerLast();
  const before = await copies();
  await openMissed(page);
  const opener = mails(page).getByRole("button", { name: new RegExp(`^Dismiss… to ${SAMIRA}`) });
  await opener.press("Enter");
  await expectForEveryone(page);
  await dialog(page).getByRole("button", { name: "Dismiss" }).press("Enter");
  const note = dialog(page).getByLabel("How were they notified?");
  await expect(note).toBeFocused();
  await expect(note).toHaveAttribute("aria-invalid", "true");
  await expectAxeFindsNothing(page);
  await note.fill("By telephone, this morning");
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await opener.press("Enter");
  await note.fill("By telephone, this morning");
  await dialog(page).getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect(page.getByText("The mail is dismissed.")).toBeVisible();
  await expect(opener).toHaveCount(0);
  await cron("deliver");
  expect(await copies()).toBe(before);
  await page.goto("/activity");
  await expect(page.getByRole("main")).toContainText("By telephone, this morning");
});
