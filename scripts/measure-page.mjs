// `npm run measure:page`: what stands before the public sites on the first screen of the demo, and how heavy pages are.
// Fails when a goal is missed.
import { chromium } from "@playwright/test";
import { launchOptions, signIn } from "./browser.mjs";
import { startDemoPortal } from "./demo-portal.mjs";
import { ensureInstalled, stopWith } from "./ensure-installed.mjs";
import { tableText } from "./print-table.mjs";

const SCREENS = [
  { name: "1280 x 800", width: 1280, height: 800, firstName: 300, rowHeight: 48 },
  { name: "390 x 844", width: 390, height: 844, firstName: 420, rowHeight: 64 },
];
/** Or all, where there are fewer. */
const ROWS_IN_VIEW = 8;
const WORDS = 60;
const CONTROLS = 12;
const ELEMENTS = 700;
/** The HTML of a page as it is sent, in kB before it is compressed. */
const HTML = { "/public-access": 80, "/activity": 167, "/alerts/sent": 110, "/settings": 46 };

ensureInstalled();
const portal = await startDemoPortal().catch((error) => stopWith(error.message));
const browser = await chromium.launch(await launchOptions());
const rows = [];
const atMost = (where, what, value, most) =>
  rows.push([where, what, value, `<= ${most}`, value > most ? "MISSED" : ""]);
try {
  const session = await browser.newContext();
  await signIn(await session.newPage(), portal.address, portal.person);
  const storageState = await session.storageState();
  for (const { name, width, height, firstName, rowHeight } of SCREENS) {
    const context = await browser.newContext({ storageState, viewport: { width, height }, locale: "en" });
    const page = await context.newPage();
    await page.goto(`${portal.address}/public-access`, { waitUntil: "networkidle" });
    const measured = await page.evaluate(measure);
    atMost(name, "first public name, px", measured.firstName, firstName);
    const enough = Math.min(ROWS_IN_VIEW, measured.rows);
    const isFew = measured.rowsInView < enough;
    rows.push([name, "rows in view", measured.rowsInView, `>= ${enough}`, isFew ? "MISSED" : ""]);
    atMost(name, "row, px", measured.rowHeight, rowHeight);
    atMost(name, "words before the list", measured.words, WORDS);
    atMost(name, "controls before the list", measured.controls, CONTROLS);
    atMost(name, "elements", measured.elements, ELEMENTS);
    await context.close();
  }
  for (const [page, most] of Object.entries(HTML)) {
    const html = await (await session.request.get(`${portal.address}${page}`)).body();
    atMost(page, "HTML, kB", Math.round(html.length / 1000), most);
  }
} finally {
  await browser.close();
  await portal.stop();
}
console.log(tableText(["where", "what", "measured", "goal", ""], rows));
process.exitCode = rows.some((row) => row.at(-1) !== "") ? 1 : 0;

/** In the page. What is around every page (its head) does not count; of the list's own head neither. */
function measure() {
  const main = document.querySelector("main");
  const list = main.querySelector("table");
  const sites = [...list.querySelectorAll("tbody tr")];
  const isShown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 2;
  const isBefore = (node) => (list.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode() && isBefore(texts.currentNode)) {
    if (!isShown(texts.currentNode.parentElement)) continue;
    words += texts.currentNode.data.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
  const controls = [...main.querySelectorAll("a, button, input, select, summary")].filter(isBefore).filter(isShown);
  return {
    firstName: Math.round(sites[0].querySelector("th a").getBoundingClientRect().top),
    rowHeight: Math.round(Math.max(...sites.map((row) => row.getBoundingClientRect().height))),
    rows: sites.length,
    rowsInView: sites.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length,
    words,
    controls: controls.length,
    elements: document.querySelectorAll("*").length,
  };
}
