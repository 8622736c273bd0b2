import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Fails when axe finds anything on the page as it stands, an open dialog included. Left out are frames: the mailbox shows
 * mails in them.
 */
export async function expectAxeFindsNothing(page: Page): Promise<void> {
  // Asked inside the page: axe's other way opens one more page for each look, for frames of other sites.
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").setLegacyMode().analyze();
  expect(violations).toEqual([]);
}
