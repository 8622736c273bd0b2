import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

/** Next's own name for the file that lists what the browser loads for a page. */
const PAGE_MANIFEST = "page_client-reference-manifest.js";
/** Stands in for a page when the whole application has broken. Nobody navigates to it. */
const LAST_RESORT = "/_global-error";

/**
 * What a browser fetches of a built application before a page can be used, in bytes as they travel (gzip). Polyfills are
 * left out: they are `noModule`, and no browser that this portal supports loads them.
 * @returns {{ route: string, framework: number, own: number, total: number }[]} by route
 */
export function firstLoadSizes(nextFolder) {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(nextFolder, "build-manifest.json"), "utf8"));
  const sizes = new Map();
  const sizeOf = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(nextFolder, file))).length);
    return sizes.get(file);
  };
  const sum = (files) => files.reduce((total, file) => total + sizeOf(file), 0);
  const appFolder = path.join(nextFolder, "server/app");
  const framework = sum(rootMainFiles);
  return readdirSync(appFolder, { recursive: true })
    .filter((file) => path.basename(file) === PAGE_MANIFEST)
    .map((file) => {
      const route = routeOf(path.dirname(file));
      const files = entryFiles(readFileSync(path.join(appFolder, file), "utf8"));
      const own = sum(files.filter((entry) => !rootMainFiles.includes(entry)));
      return { route, framework, own, total: framework + own };
    })
    .filter(({ route }) => route !== LAST_RESORT)
    .sort((a, b) => a.route.localeCompare(b.route));
}

/** The address of the page in `folder` of the build: groups such as `(portal)` are not part of it. */
export function routeOf(folder) {
  const parts = folder.split(path.sep).filter((part) => part !== "." && !/^\(.*\)$/.test(part));
  return `/${parts.join("/")}`;
}

/**
 * The files that a page and everything around it (layouts, error pages) start with, each once. The manifest is a script
 * that assigns to a global; it is run in an empty context of its own. Throws when it names no files: a page would weigh
 * nothing and never be too heavy.
 */
export function entryFiles(manifestSource) {
  const context = vm.createContext({});
  vm.runInContext(manifestSource, context);
  const manifests = Object.values(context.__RSC_MANIFEST ?? {});
  const lists = manifests.flatMap((manifest) => Object.values(manifest.entryJSFiles ?? {}));
  if (lists.length === 0) throw new Error("A page's manifest lists no files. Has Next changed how it writes them?");
  return [...new Set(lists.flat())];
}

/**
 * The pages that are heavier than they may be, and by how much. A page without a budget of its own has that of `"*"`.
 * @param {{ route: string, total: number }[]} pages
 * @param {Record<string, number>} budgets bytes by route
 */
export function overBudget(pages, budgets) {
  return pages
    .map(({ route, total }) => ({ route, total, budget: budgets[route] ?? budgets["*"] }))
    .filter(({ total, budget }) => total > budget)
    .map((page) => ({ ...page, over: page.total - page.budget }));
}
