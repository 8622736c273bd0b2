import type { Page } from "@playwright/test";

/** One thing that a person does, driven with real keys and clicks. */
export type Drive = { what: string; run: () => Promise<{ ms: number; layoutShift: number }> };

/** What a person may wait for, and after which the page has settled. */
const SETTLED_MS = 500;
const KEY_MS = 60;
/** A word in the names of 11,111 sites of the benchmark; 9,999 of them are private. */
const MANY = "careers";

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

/** 9,999 private sites at once, through the whole flow, and back. Each run leaves the sites as they were. */
export function bigChanges(page: Page, address: string, password: string): Drive[] {
  return [
    {
      what: "publish 9,999 sites: confirm to done",
      run: () => publishMany(page, `${address}/public-access`, password),
    },
    { what: "make them private: confirm to done", run: () => makeManyPrivate(page) },
  ];
}

async function publishMany(page: Page, list: string, password: string) {
  await page.goto(`${list}?state=private&q=${MANY}`, { waitUntil: "networkidle" });
  await page.locator("tbody input[type=checkbox]").first().click();
  await page.getByRole("button", { name: /^Select all matching/ }).click();
  const start = page.getByRole("button", { name: /^Make [\d,]+ sites public…/ });
  const count = /[\d,]+/.exec((await start.textContent()) ?? "")?.[0] ?? "";
  await start.click();
  await page.getByRole("region", { name: "What it means" }).getByRole("button", { name: "Continue" }).click();
  const why = page.getByRole("region", { name: "Reason and end date" });
  await why.getByLabel("Why?").fill("A benchmark");
  await why.getByLabel(/^Type /).fill(count);
  await why.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Your Matomo password").fill(password);
  const began = await page.evaluate(() => performance.now());
  await page.getByRole("button", { name: /^Make [\d,]+ sites public$/ }).click();
  await page.getByRole("region", { name: /public now/ }).waitFor();
  const ms = (await page.evaluate(() => performance.now())) - began;
  return { ms, layoutShift: await shiftOnceSettled(page) };
}

async function makeManyPrivate(page: Page) {
  await page.getByRole("button", { name: "Make private again" }).click();
  const dialog = page.getByRole("dialog");
  const began = await page.evaluate(() => performance.now());
  await dialog.getByRole("button", { name: /^Make/ }).click();
  await dialog.waitFor({ state: "detached" });
  const ms = (await page.evaluate(() => performance.now())) - began;
  return { ms, layoutShift: await shiftOnceSettled(page) };
}

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
  const chosen = page.getByRole("region", { name: "Selected sites" });
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
