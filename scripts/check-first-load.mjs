import { readFileSync } from "node:fs";

const OWN = /^(app|components|emails|lib|messages)\//;
const PAGE = /^app\/(.*\/)?(page|layout|error|global-error|not-found)\.tsx$/;

/**
 * What a browser would load with a page and may not (FIRST_LOAD of .dependency-cruiser.mjs): packages that a file in the
 * page's first load imports. In it is whatever a file marked "use client" needs at once; `import()` is later, and a
 * type is nothing.
 * @param {string} folder the checkout
 * @param {import("dependency-cruiser").IModule[]} modules every file with its imports
 * @param {{ everywhere: RegExp, besides: Record<string, RegExp> }} allowed packages; `besides`, by the beginning of the page's path
 * @returns {{ from: string, to: string, way: string[] }[]} each import once, and by which files the page comes to it
 */
export function checkFirstLoad(folder, modules, allowed) {
  const files = new Map(modules.map((module) => [module.source, module]));
  const found = new Map();
  for (const page of [...files.keys()].filter((file) => PAGE.test(file))) {
    const besides = Object.entries(allowed.besides).filter(([begin]) => page.startsWith(begin));
    const may = [allowed.everywhere, ...besides.map(([, packages]) => packages)];
    for (const { from, to, way } of packagesOf(page, folder, files)) {
      if (!may.some((packages) => packages.test(to))) found.set(`${from} ${to}`, { from, to, way });
    }
  }
  return [...found.values()];
}

function packagesOf(page, folder, files) {
  const packages = [];
  const seen = new Set();
  const visit = (file, isBrowsers, way) => {
    const directive = directiveOf(folder, file);
    // The browser gets no more of an action than its name.
    if (isBrowsers && directive === "server") return;
    const isIn = isBrowsers || directive === "client";
    if (seen.has(`${file} ${isIn}`)) return;
    seen.add(`${file} ${isIn}`);
    for (const { resolved, dynamic, dependencyTypes } of files.get(file)?.dependencies ?? []) {
      if (dynamic || dependencyTypes.includes("type-only")) continue;
      // In the browser another file may take its place (next.config.js).
      const inBrowser = resolved.replace(/\.ts$/, "-in-browser.ts");
      if (OWN.test(resolved)) visit(isIn && files.has(inBrowser) ? inBrowser : resolved, isIn, [...way, file]);
      else if (isIn) packages.push({ from: file, to: resolved, way: [...way, file] });
    }
  };
  visit(page, false, []);
  return packages;
}

function directiveOf(folder, file) {
  return /^\s*"use (client|server)"/.exec(readFileSync(`${folder}/${file}`, "utf8"))?.[1];
}
