// After `next build`: how much JavaScript each page loads before it can be used, and whether that is still within what it
// may load. Fails when a page has grown beyond its budget (docs/performance.md).
import { existsSync } from "node:fs";
import path from "node:path";
import { firstLoadSizes, overBudget } from "./first-load-sizes.mjs";

const KB = 1000;
/**
 * In bytes of gzip by address; `*` stands for every page without a line of its own. React DOM and Next's app router alone
 * are 133 kB; the words in the browser and what else every page has around it are 11. A dialog, a form or a library that
 * checks input fits in none of these: it is loaded later.
 */
const BUDGETS = {
  // Behind the sign-in the frame adds 9 kB (links, signs, theme), a list of its own 2 to 9.
  "*": 163 * KB,
  "/": 146 * KB,
  "/_not-found": 146 * KB,
  "/confirmed": 146 * KB,
  "/sign-in": 153 * KB,
  // These two read again by themselves: react-query, 9 kB. The list has the filters, the findings and the rows as well; a
  // button that settles a finding has to answer as soon as it is seen, so none of it comes later.
  "/public-access": 193 * KB,
  // It begins with a picker of its own, which asks for sites as they are typed.
  "/public-access/publish": 172 * KB,
  // The test alert stands with who is reached and what was sent.
  "/alerts": 169 * KB,
  // One form, and one button that keeps all shown.
  "/review": 167 * KB,
  "/settings": 167 * KB,
};

const nextFolder = path.join(import.meta.dirname, "../.next");
if (!existsSync(path.join(nextFolder, "build-manifest.json"))) {
  console.error("There is no build to measure. Run `npm run build`.");
  process.exit(1);
}

const pages = firstLoadSizes(nextFolder);
const kb = (bytes) => `${(bytes / KB).toFixed(1)}`.padStart(10);
const width = Math.max(...pages.map(({ route }) => route.length));
console.log(`\n${"First-load JavaScript, kB gzip".padEnd(width)}\n`);
console.log(`${"page".padEnd(width)} framework       own     total    budget`);
for (const { route, framework, own, total } of pages) {
  console.log(`${route.padEnd(width)}${kb(framework)}${kb(own)}${kb(total)}${kb(BUDGETS[route] ?? BUDGETS["*"])}`);
}
const heavy = overBudget(pages, BUDGETS);
for (const { route, over } of heavy) {
  console.error(
    `${route} loads ${kb(over).trim()} kB more than it may. Load what is not needed at first later (next/dynamic), or raise ` +
      "its budget in scripts/first-load.mjs with the reason.",
  );
}
process.exitCode = heavy.length > 0 ? 1 : 0;
