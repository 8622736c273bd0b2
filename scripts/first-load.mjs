// After `next build`: how much JavaScript each page loads before it can be used, and whether that is still within what it
// may load. Fails when a page has grown beyond its budget (docs/performance.md).
import { existsSync } from "node:fs";
import path from "node:path";
import { firstLoadSizes, overBudget } from "./first-load-sizes.mjs";

const KB = 1000;
/**
 * In bytes of gzip by address; `*` stands for every page without a line of its own. React DOM and Next's app router alone
 * are 132 kB; what Next, the messages and the error pages put around every page is 10. A dialog, a form or a library that
 * checks input fits in none of these: it is loaded later.
 */
const BUDGETS = {
  // Behind the sign-in the frame adds 5 kB, a page of its own 3 to 8.
  "*": 156 * KB,
  "/": 143 * KB,
  "/_not-found": 143 * KB,
  "/confirmed": 143 * KB,
  "/sign-in": 149 * KB,
  // It reads again by itself (react-query, 12 kB), and has the filters, the issues and the rows; a button that settles an
  // issue has to answer as soon as it is seen, so none of it comes later.
  "/public-access": 183 * KB,
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
