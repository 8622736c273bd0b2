import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe looks for that colours decide. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Fails when axe finds anything on the page as it stands, an open dialog included. Left out are frames: the mailbox shows
 * mails in them.
 * @param options.inDarkToo then looks at its colours once more in dark, where nothing else is another
 */
export async function expectAxeFindsNothing(page: Page, { inDarkToo = false } = {}): Promise<void> {
  expect((await axe(page).analyze()).violations).toEqual([]);
  if (!inDarkToo) return;
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(background).not.toBe(light);
  expect((await axe(page).withRules(OF_COLOURS).analyze()).violations).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

function axe(page: Page): AxeBuilder {
  // Asked inside the page: axe's other way opens one more page for each look, for frames of other sites.
  return new AxeBuilder({ page }).exclude("iframe").setLegacyMode();
}
