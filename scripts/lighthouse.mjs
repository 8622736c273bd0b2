// `npm run lighthouse`: what Lighthouse says of each page of the demo, on the production build, signed in. Fails when a
// score is below 95. `-- --mobile` asks for a slow phone instead of a desktop, `-- --runs 3` for the middle of three,
// `-- --page review` for the pages whose address has that word.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import lighthouse, { defaultConfig, desktopConfig } from "lighthouse";
import { launchOptions, signIn } from "./browser.mjs";
import { startDemoPortal } from "./demo-portal.mjs";
import { ensureInstalled, stopWith } from "./ensure-installed.mjs";
import { CATEGORIES, middleRun, scoresOf } from "./lighthouse-scores.mjs";
import { freePortFrom } from "./ports.mjs";
import { tableText } from "./print-table.mjs";

const AT_LEAST = 95;
const ATTEMPTS = 3;
const FIRST_DEBUGGING_PORT = 9230;
/** In this order: the first is asked for before anybody has signed in. */
const PAGES = [
  { path: "/sign-in", stranger: true },
  { path: "/public-access" },
  { path: "/public-access/publish" },
  { path: "/review" },
  { path: "/activity" },
  { path: "/alerts" },
  { path: "/alerts/sent" },
  { path: "/settings" },
  { path: "/sessions" },
  { path: "/settings/status" },
  { path: "/activity/history" },
  { path: "/activity/reports" },
  { path: "/activity/reports/", followedBy: "main li a[href^='/activity/reports/']" },
  { path: "/mailbox" },
  { path: "/mailbox/", followedBy: "main a[href^='/mailbox/']" },
];

const { mobile, runs, wanted } = readArguments();
ensureInstalled();
const folder = mkdtempSync(path.join(tmpdir(), "pa-lighthouse-"));
const portal = await startDemoPortal().catch((error) => stopWith(error.message));
const port = await freePortFrom(FIRST_DEBUGGING_PORT);
const options = await launchOptions();
// Lighthouse opens its pages in the browser's own context: a persistent one, so that they have the session's cookie.
const context = await chromium.launchPersistentContext(folder, {
  ...options,
  args: [...options.args, `--remote-debugging-port=${port}`],
});
const measured = [];
try {
  const page = context.pages()[0] ?? (await context.newPage());
  let signedIn = false;
  for (const one of PAGES.filter(({ path: address }) => address.includes(wanted))) {
    if (!one.stranger && !signedIn) {
      await signIn(page, portal.address, portal.person);
      signedIn = true;
    }
    const address = await addressOf(page, one);
    await page.goto("about:blank");
    const result = await measure(address);
    console.log(`${one.path}: ${CATEGORIES.map((name) => result.scores[name]).join(", ")}`);
    measured.push({ path: one.path, ...result });
  }
} finally {
  await context.close();
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = print(measured) ? 0 : 1;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { mobile: { type: "boolean" }, runs: { type: "string" }, page: { type: "string" } },
    });
    const times = Number(values.runs ?? 1);
    if (!Number.isInteger(times) || times < 1) stopWith("--runs wants a whole number from 1 on.");
    return { mobile: values.mobile === true, runs: times, wanted: values.page ?? "" };
  } catch {
    return stopWith("Usage: npm run lighthouse [-- --mobile] [-- --runs 3] [-- --page review]");
  }
}

async function addressOf(page, { path: address, followedBy }) {
  if (!followedBy) return portal.address + address;
  await page.goto(portal.address + address);
  return portal.address + (await page.locator(followedBy).first().getAttribute("href"));
}

async function measure(address) {
  const all = [];
  for (let run = 0; run < runs; run++) {
    const lhr = await report(address);
    if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(address).pathname) {
      throw new Error(`${address} led to ${lhr.finalDisplayedUrl}; the session was lost.`);
    }
    all.push(scoresOf(lhr));
  }
  return middleRun(all);
}

/** On a busy machine Chromium's record of a page load is now and then incomplete: Lighthouse asks to run it again. */
async function report(address) {
  const flags = { port, onlyCategories: CATEGORIES, disableStorageReset: true, logLevel: "error" };
  let problem = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const result = await lighthouse(address, flags, mobile ? defaultConfig : desktopConfig);
    if (result && !result.lhr.runtimeError) return result.lhr;
    problem = result?.lhr.runtimeError?.message ?? "no report";
  }
  throw new Error(`${address}: ${problem}`);
}

/** Says what was measured and what costs points. Gives whether all is well. */
function print(pages) {
  console.log(
    `\nLighthouse, ${mobile ? "a slow phone" : "desktop"}${runs > 1 ? `, the middle of ${runs} runs` : ""}\n`,
  );
  const rows = pages.map(({ path: address, scores, lcp, cls, tbt }) => [
    address,
    ...CATEGORIES.map((name) => scores[name]),
    ...[lcp, cls, tbt],
  ]);
  console.log(tableText(["page", ...CATEGORIES, "LCP ms", "CLS", "TBT ms"], rows));
  for (const { path: address, failed } of pages) {
    for (const { category, id, title, value, points, where } of failed) {
      console.log(`\n${address} ${category} -${points}: ${title} ${value} (${id})`);
      for (const words of where) console.log(`    ${words}`);
    }
  }
  const low = pages.filter(({ scores }) => CATEGORIES.some((name) => scores[name] < AT_LEAST));
  console.log(
    low.length > 0 ? `\nBelow ${AT_LEAST}: ${low.map((one) => one.path).join(", ")}` : `\nAll ${AT_LEAST} or more.`,
  );
  return pages.length > 0 && low.length === 0;
}
