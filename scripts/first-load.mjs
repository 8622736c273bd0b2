// After `next build`: how much JavaScript each page loads before it can be used, and whether that is still within what it
// may load. Fails when a page has grown beyond its budget (docs/performance.md).
import { existsSync } from "node:fs";
import path from "node:path";
import { firstLoadSizes, overBudget } from "./first-load-sizes.mjs";

const KB = 1000;
/**
 * In bytes of gzip by address; `*` stands for every page without a line of its own. React DOM and Next's app router alone
 * are 132 kB, links and what else of Next a page uses 10: neither can be left out.
 */
const BUDGETS = {
  // 18 kB for its own parts and its words. A dialog, a form or a library that checks input does not fit: it is loaded later.
  "*": 160 * KB,
  // The list reads again by itself and keeps its search in the address: react-query 12 kB, nuqs 7 kB, the table 6 kB.
  "/public-access": 185 * KB,
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
