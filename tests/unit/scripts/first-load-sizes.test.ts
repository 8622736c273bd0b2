import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entryFiles, firstLoadSizes, overBudget, routeOf } from "@/scripts/first-load-sizes.mjs";

function manifestOf(page: string, entryJSFiles: Record<string, string[]>): string {
  return `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
globalThis.__RSC_MANIFEST[${JSON.stringify(page)}] = ${JSON.stringify({ clientModules: {}, entryJSFiles })};`;
}

describe("what a page loads first", () => {
  let next: string;
  const chunk = (name: string, text: string) => writeFileSync(path.join(next, name), text);
  const page = (folder: string, entryJSFiles: Record<string, string[]>) => {
    const place = path.join(next, "server/app", folder);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, "page_client-reference-manifest.js"), manifestOf(`/${folder}/page`, entryJSFiles));
  };
  const gzip = (...texts: string[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0);

  beforeEach(() => {
    next = mkdtempSync(path.join(tmpdir(), "pa-first-load-"));
    chunk("build-manifest.json", JSON.stringify({ rootMainFiles: ["main.js"], polyfillFiles: ["polyfill.js"] }));
    chunk("main.js", "main ".repeat(500));
    chunk("polyfill.js", "polyfill ".repeat(500));
    chunk("layout.js", "the layout ".repeat(300));
    chunk("list.js", "a list ".repeat(200));
  });
  afterEach(() => rmSync(next, { recursive: true, force: true }));

  test("is the framework and the files of the page and its layouts, each once, without polyfills", () => {
    page("(portal)/sites", { layout: ["main.js", "layout.js"], page: ["layout.js", "list.js"] });
    const framework = gzip("main ".repeat(500));
    const own = gzip("the layout ".repeat(300), "a list ".repeat(200));
    expect(firstLoadSizes(next)).toEqual([{ route: "/sites", framework, own, total: framework + own }]);
  });

  test("leaves out routes that are no pages, and the last resort", () => {
    page("sites", { page: ["list.js"] });
    page("_global-error", { page: ["list.js"] });
    mkdirSync(path.join(next, "server/app/api/sites"), { recursive: true });
    writeFileSync(
      path.join(next, "server/app/api/sites/route_client-reference-manifest.js"),
      manifestOf("/api/sites/route", { page: ["list.js"] }),
    );
    expect(firstLoadSizes(next).map(({ route }) => route)).toEqual(["/sites"]);
  });

  test("fails when the build lacks a file that a page names", () => {
    page("sites", { page: ["gone.js"] });
    expect(() => firstLoadSizes(next)).toThrow(/gone\.js/);
  });
});

test("an address leaves out the groups that only sort folders", () => {
  expect(routeOf(path.join("(portal)", "mailbox", "[id]"))).toBe("/mailbox/[id]");
  expect(routeOf(".")).toBe("/");
});

test("a manifest is read without giving it anything of this process", () => {
  expect(entryFiles(`${manifestOf("/page", { a: ["one.js"], b: ["one.js", "two.js"] })}`)).toEqual([
    "one.js",
    "two.js",
  ]);
  expect(() => entryFiles("process.exit(3)")).toThrow(/process is not defined/);
});

test("a manifest that names no files is an error, not a page that weighs nothing", () => {
  expect(() => entryFiles("globalThis.another = {}")).toThrow(/lists no files/);
});

test("a page is over budget by its own budget, else by that of all others", () => {
  const pages = [
    { route: "/a", total: 101 },
    { route: "/b", total: 150 },
    { route: "/c", total: 100 },
  ];
  expect(overBudget(pages, { "*": 100, "/b": 200 })).toEqual([{ route: "/a", total: 101, budget: 100, over: 1 }]);
});
