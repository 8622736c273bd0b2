// `npm run measure:mails`: how long each mail is, and where its button stands on a phone. Fails when a goal is missed.
// A reminder has room for 40 words and 15 more a site; an alert for 110, and 15 more for each further site, person or change.
// The whole button is within the first 500 px at 390 px, in every language.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { ensureInstalled, stopWith } from "./ensure-installed.mjs";
import { tableText } from "./print-table.mjs";
import { writePreviews } from "./shots-of-mails.mjs";

const PHONE = { width: 390, height: 844 };
const BUTTON_WITHIN = 500;
const A_THING = 15;
const roomOf = (mail, things) =>
  mail === "reminder" ? 40 + A_THING * things : 110 + A_THING * Math.max(0, things - 1);

ensureInstalled();
const pages = mkdtempSync(path.join(tmpdir(), "pa-mails-"));
const browser = await chromium.launch(await launchOptions());
const rows = [];
try {
  const failed = writePreviews(pages);
  if (failed) stopWith(failed);
  const things = JSON.parse(readFileSync(path.join(pages, "things.json"), "utf8"));
  const page = await browser.newPage({ viewport: PHONE });
  const mails = new Map();
  for (const file of readdirSync(pages)
    .filter((name) => name.endsWith(".html"))
    .sort()) {
    const [mail, language] = file.split(".");
    await page.goto(pathToFileURL(path.join(pages, file)).href);
    const measured = await page.evaluate(measure);
    mails.set(mail, { ...mails.get(mail), [language]: measured });
  }
  for (const [mail, languages] of mails) {
    const { words } = languages.en;
    const lowest = Math.max(...Object.values(languages).map(({ button }) => button));
    const room = roomOf(mail, things[mail]);
    rows.push([mail, words, room, languages.en.button, lowest, words > room || lowest > BUTTON_WITHIN ? "MISSED" : ""]);
  }
} finally {
  await browser.close();
  rmSync(pages, { recursive: true, force: true });
}
console.log(tableText(["mail", "words", "room", "button ends", "in any language", ""], rows));
process.exitCode = rows.some((row) => row.at(-1) !== "") ? 1 : 0;

/**
 * In the page. A word is what stands between spaces and has a letter or a digit; a date is one ("23 Nov 2026"). What no
 * reader sees is not counted.
 */
function measure() {
  document.querySelector("[data-skip-in-text]")?.remove();
  const text = document.body.innerText.replaceAll(/\d{1,2} \p{L}{3,4} \d{4}/gu, "date");
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return {
    words,
    button: Math.round(document.querySelector("a.button").getBoundingClientRect().bottom),
  };
}
