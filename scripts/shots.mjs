// `npm run shots`: pictures of every page, main dialog and mail, into shots/ (not in git), to be looked at by a person.
// `-- --only review` takes those whose name has that word; `-- --only mails` the mails alone.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { createClient } from "@libsql/client";
import { chromium } from "@playwright/test";
import { launchOptions, signIn } from "./browser.mjs";
import { startDemoPortal } from "./demo-portal.mjs";
import { ensureInstalled, root, seconds, stopWith } from "./ensure-installed.mjs";
import { shootMails } from "./shots-of-mails.mjs";

/** One picture a line. `opens` is the English name of the button that opens the dialog; null: it opens by itself. */
const SHOTS = [
  { name: "sign-in", path: "/sign-in", stranger: true },
  { name: "public-access", path: "/public-access" },
  { name: "public-access-search", path: "/public-access?q=archive" },
  { name: "public-access-nothing-found", path: "/public-access?q=zzzz" },
  { name: "details", path: "/public-access?details=2", opens: null },
  { name: "shortcuts", path: "/public-access", opens: /^Keyboard shortcuts/ },
  { name: "publish-nothing", path: "/public-access/publish" },
  { name: "publish-sites", path: "/public-access/publish?step=sites", drafts: true },
  { name: "publish-consequences", path: "/public-access/publish?step=consequences", drafts: true },
  { name: "publish-reason", path: "/public-access/publish?step=reason", drafts: true },
  { name: "publish-prove", path: "/public-access/publish?step=prove", drafts: true },
  { name: "revoke", path: "/public-access", opens: /^Make private / },
  { name: "extend", path: "/public-access", opens: /^Change end date… / },
  { name: "block", path: "/public-access", opens: /^Block public access…/ },
  { name: "acknowledge", path: "/public-access", opens: /^Mark as intended…/ },
  { name: "mend", path: "/public-access", opens: /^Limit to view/ },
  { name: "review", path: "/review" },
  { name: "keep", path: "/review", opens: /^Keep/ },
  { name: "activity", path: "/activity" },
  { name: "history", path: "/activity/history" },
  { name: "alerts", path: "/alerts" },
  { name: "sent", path: "/alerts/sent" },
  { name: "test-alert", path: "/alerts/test" },
  { name: "settings", path: "/settings" },
  { name: "sessions", path: "/sessions" },
  { name: "status", path: "/settings/status" },
  { name: "drill", path: "/alerts/test", opens: /test alert/i },
  { name: "reports", path: "/activity/reports" },
  { name: "report", path: "/activity/reports", follows: "main li a[href^='/activity/reports/']" },
  { name: "mailbox", path: "/mailbox" },
  { name: "mail", path: "/mailbox", follows: "main a[href^='/mailbox/']" },
  { name: "not-found", path: "/no-such-page" },
];
const STYLES = [
  { name: "light", width: 1280 },
  { name: "dark", width: 1280, colorScheme: "dark" },
  { name: "narrow", width: 360 },
  { name: "narrow-dark", width: 360, colorScheme: "dark" },
  { name: "rtl", width: 1280, language: "ar" },
];
const HEIGHT = 900;
/** What the flow of publishing keeps in the tab (components/publish/draft.ts). */
const DRAFT = {
  login: "anna.berg",
  siteIds: [31, 35],
  named: [
    { id: 31, name: "“Nachtflug” Podcast" },
    { id: 35, name: "API-Dokumentation" },
  ],
  ...{ reason: "Open figures for the press", end: "90", date: "", typedCount: "2", hasRead: true, isUncertain: false },
};

const only = readArguments();
const began = Date.now();
ensureInstalled();
const folder = path.join(root, "shots");
mkdirSync(folder, { recursive: true });
const shots = SHOTS.filter(({ name }) => name.includes(only));
const missed = [];
const browser = await chromium.launch(await launchOptions());
try {
  if (shots.length > 0) await shootPages(await startDemoPortal().catch((error) => stopWith(error.message)));
  if ("mails".includes(only)) missed.push(...(await shootMails(browser, path.join(folder, "mails"))));
} finally {
  await browser.close();
}
for (const { picture, why } of missed) console.error(`${picture} was not taken: ${why}`);
console.log(`Pictures are in ${path.relative(process.cwd(), folder) || "."} (${seconds(began)}).`);
process.exitCode = missed.length > 0 ? 1 : 0;

function readArguments() {
  try {
    return parseArgs({ options: { only: { type: "string" } } }).values.only ?? "";
  } catch {
    return stopWith("Usage: npm run shots [-- --only review]");
  }
}

async function shootPages(portal) {
  /** Which of a page's buttons opens a dialog, found by its English name: in another language it has the same place. */
  const openers = new Map();
  try {
    const session = await browser.newContext();
    await signIn(await session.newPage(), portal.address, portal.person);
    const storageState = await session.storageState();
    for (const look of STYLES) {
      await speak(portal, look.language ?? "en");
      for (const shot of shots) {
        const context = await contextOf(look, shot.stranger ? undefined : storageState);
        const picture = `${shot.name}.${look.name}.png`;
        await shoot(await context.newPage(), portal.address, { shot, look, openers, picture }).catch((error) =>
          missed.push({ picture, why: error.message.split("\n")[0] }),
        );
        await context.close();
      }
    }
  } finally {
    await portal.stop();
  }
}

function contextOf({ width, colorScheme = "light", language = "en" }, storageState) {
  return browser.newContext({
    storageState,
    colorScheme,
    viewport: { width, height: HEIGHT },
    locale: language,
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
}

async function shoot(page, address, { shot, look, openers, picture }) {
  page.setDefaultTimeout(15_000);
  if (shot.drafts) {
    await page.addInitScript((draft) => sessionStorage.setItem("public-access.publish", draft), JSON.stringify(DRAFT));
  }
  await page.goto(address + shot.path, { waitUntil: "networkidle" });
  if (shot.follows) {
    await page.locator(shot.follows).first().click();
    await page.waitForURL((url) => url.pathname !== shot.path);
    await page.waitForLoadState("networkidle");
  }
  if (shot.opens) await openDialog(page, { shot, look, openers });
  if (shot.opens === null) await page.getByRole("dialog").waitFor();
  await page.waitForFunction(() => document.querySelector("[data-skeleton]") === null);
  await page.evaluate(() => document.fonts.ready);
  // A dialog lies over what is in view; of a page everything is wanted.
  await page.screenshot({
    path: path.join(folder, picture),
    fullPage: shot.opens === undefined,
    animations: "disabled",
  });
}

async function openDialog(page, { shot, look, openers }) {
  if (look.language) {
    if (!openers.has(shot.name)) throw new Error("its button was not found in English");
    await page.locator("button").nth(openers.get(shot.name)).click();
  } else {
    const button = page.getByRole("button", { name: shot.opens }).first();
    const place = await button.evaluate((found) => [...document.querySelectorAll("button")].indexOf(found));
    if (!openers.has(shot.name)) openers.set(shot.name, place);
    await button.click();
  }
  await page.getByRole("dialog").waitFor();
  await page.waitForLoadState("networkidle");
}

/** Sets the demo person's language as Matomo keeps it. */
async function speak({ database, person }, language) {
  const client = createClient({ url: `file:${database}` });
  try {
    await client.execute("PRAGMA busy_timeout = 5000");
    await client.execute({
      sql: "INSERT OR REPLACE INTO matomo_user_language (login, language) VALUES (?, ?)",
      args: [person.login, language],
    });
  } finally {
    client.close();
  }
}
