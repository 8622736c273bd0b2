import type { Page } from "@playwright/test";

/** One thing that a person does, driven with real keys and clicks. */
export type Drive = { what: string; run: () => Promise<{ ms: number; layoutShift: number }> };

/** What a person may wait for, and after which the page has settled. */
const SETTLED_MS = 500;
const KEY_MS = 60;

/** The drives of the Public access page, in an order in which each leaves the page as the next expects it. */
export function drives(page: Page, address: string): Drive[] {
  const list = `${address}/public-access`;
  return [
    { what: "open the page: first row", run: () => open(page, list) },
    { what: "open the page: a checkbox answers", run: () => choose(page, `${list}?state=private`) },
    { what: "search, 1 match: last key to rows", run: () => search(page, list, "77777", 1) },
    { what: "search, 12,500 matches: last key to rows", run: () => search(page, list, "Harbour", 50) },
    { what: "next page: click to rows", run: () => turn(page, list) },
  ];
}

// To be added when a person can choose all sites that match (the benchmark does not measure it yet):
// 1. search a word with 10,000 private matches, "select all that match", publish: type reason and count, prove, submit;
// 2. time from the submit to the words that say it is done, and to the first sign of progress; shift while it runs;
// 3. the same back: filter the public ones, select all that match, make private;
// 4. RUNS 3 for these, and `bare`'s count of anonymous rows compared before and after, so that nothing else is timed.

async function open(page: Page, list: string) {
  await page.goto(list, { waitUntil: "load" });
  await page.locator("tbody tr").first().waitFor();
  const ms = await page.evaluate(() => window.pageNotes.firstRowMs ?? Number.NaN);
  return { ms, layoutShift: await shiftOnceSettled(page) };
}

/** The first row is there before its scripts are: only a checkbox that is followed by words shows that they are. */
async function choose(page: Page, list: string) {
  await page.goto(list, { waitUntil: "commit" });
  const box = page.locator("tbody input[type=checkbox]").first();
  const chosen = page.getByRole("region", { name: "Chosen sites" });
  await box.waitFor();
  while (!(await chosen.isVisible())) {
    await box.click();
    await page.waitForTimeout(20);
  }
  const ms = await page.evaluate(() => performance.now());
  return { ms, layoutShift: await shiftOnceSettled(page) };
}

async function search(page: Page, list: string, text: string, rows: number) {
  await page.goto(list, { waitUntil: "networkidle" });
  await page.getByRole("searchbox").pressSequentially(text, { delay: KEY_MS });
  const done = await page.waitForFunction(
    ([wanted, count]) => {
      const found = [...document.querySelectorAll("tbody tr")];
      const fits = found.length === count && found.every((row) => row.textContent?.includes(wanted));
      const calm = document.querySelector("table")?.getAttribute("aria-busy") !== "true";
      return fits && calm ? performance.now() - window.pageNotes.lastInputMs : false;
    },
    [text, rows] as const,
    { polling: "raf" },
  );
  return { ms: Number(await done.jsonValue()), layoutShift: await shiftOnceSettled(page) };
}

async function turn(page: Page, list: string) {
  await page.goto(list, { waitUntil: "networkidle" });
  const firstName = await page.locator("tbody tr").first().textContent();
  const next = page.getByRole("button", { name: /^Next/ });
  await next.scrollIntoViewIfNeeded();
  const clickedAt = await page.evaluate(() => performance.now());
  await next.click();
  const done = await page.waitForFunction(
    (before) => {
      const first = document.querySelector("tbody tr")?.textContent;
      const calm = document.querySelector("table")?.getAttribute("aria-busy") !== "true";
      return first && first !== before && calm ? performance.now() : false;
    },
    firstName,
    { polling: "raf" },
  );
  return { ms: Number(await done.jsonValue()) - clickedAt, layoutShift: await shiftOnceSettled(page) };
}

async function shiftOnceSettled(page: Page): Promise<number> {
  await page.waitForTimeout(SETTLED_MS);
  return page.evaluate(() => window.pageNotes.layoutShift);
}
