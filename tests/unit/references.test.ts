import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import GithubSlugger from "github-slugger";
import { describe, expect, it } from "vitest";
import { writtenFiles } from "@/tests/support/repository";

const files = writtenFiles();
const pages = new Map([...files].filter(([file]) => file.endsWith(".md")));
// This file says what nothing else may say.
files.delete("tests/unit/references.test.ts");

/** What GitHub makes of the headings of a page: where its links can lead. */
function anchorsOf(page: string): Set<string> {
  const slugger = new GithubSlugger();
  const text = (pages.get(page) ?? "").replace(/^```.*?^```/gms, "");
  return new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => slugger.slug(heading)));
}
const anchors = new Map([...pages.keys()].map((page) => [page, anchorsOf(page)]));

function leadsNowhere(target: string, anchor: string | undefined): boolean {
  return !existsSync(target) || (anchor !== undefined && !anchors.get(target)?.has(anchor));
}

type Match = { file: string; found: string; groups: (string | undefined)[] };

/** Each match in each of these files. */
function matches(among: Map<string, string>, pattern: RegExp): Match[] {
  return [...among].flatMap(([file, text]) =>
    [...text.matchAll(pattern)].map(([found, ...groups]) => ({ file, found, groups })),
  );
}
const said = ({ file, found }: Match) => `${file}: ${found}`;

describe("a reference leads to what is in the repository", () => {
  it("a page or one of its headings, from a comment", () => {
    const links = matches(files, /\b(docs\/[\w/-]+\.md|[\w/-]+\.md(?=#))(?:#([\w-]+))?/g).filter(
      ({ file }) => !pages.has(file),
    );
    expect(links.length).toBeGreaterThan(120);
    expect(links.filter(({ groups: [page = "", anchor] }) => leadsNowhere(page, anchor)).map(said)).toEqual([]);
  });

  it("a page, a heading or a picture, from a page", () => {
    const links = matches(pages, /\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g);
    expect(links.length).toBeGreaterThan(60);
    const broken = links.filter(({ file, groups: [target = "", anchor] }) => {
      return leadsNowhere(target === "" ? file : path.posix.join(path.posix.dirname(file), target), anchor);
    });
    expect(broken.map(said)).toEqual([]);
  });

  it("a file, where a page names its path from the root", () => {
    const FOLDERS = "app|components|docs|emails|lib|messages|prisma|scripts|tests";
    const paths = matches(pages, new RegExp(`\`((?:${FOLDERS})/[\\w./()[\\]-]+)(?:#[\\w-]+)?\``, "g"));
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.filter(({ groups: [file = ""] }) => !existsSync(file)).map(said)).toEqual([]);
  });

  it("a line of what docs/security.md (S) and docs/reliability.md (E) hold, by its number", () => {
    const lines = new Set(
      [...(pages.get("docs/security.md") ?? "").matchAll(/^\| (S\d+) \|/gm)].map(([, number]) => number),
    );
    for (const [row] of (pages.get("docs/reliability.md") ?? "").matchAll(/^\| E\d.*? \|/gm))
      for (const [number] of row.matchAll(/E\d+/g)) lines.add(number);
    expect(lines.size).toBe(98);
    const numbers = matches(files, /(?<=[( ])[SEWTO]\d{1,2}(?=[),: ])/g);
    expect(numbers.length).toBeGreaterThan(60);
    expect(numbers.filter(({ found }) => !lines.has(found)).map(said)).toEqual([]);
  });

  it("a decision, by its number", () => {
    const taken = new Set(readdirSync("docs/decisions").map((name) => Number.parseInt(name, 10)));
    const named = matches(files, /\bdecision (\d+)\b/gi);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ groups: [number] }) => !taken.has(Number(number))).map(said)).toEqual([]);
  });
});

it.each([
  [
    "a numbered fact, invariant or part of a design",
    /\b(?:facts?|invariants?|design(?:\.md,)?)(?: section)? \d+(?!,?\d)/gi,
  ],
  ["an issue of a tracker of our own (Matomo's have four digits and more)", /\bissues? #?\d{1,3}\b/gi],
  ["a line of a checklist that is not in the repository", /\bchecklists? [A-Z]?\d+/gi],
  [
    "notes that are not in the repository",
    /\b(?:words|design|checklists|style-anchors|matomo-facts|code-review)\.md\b|\.\.\/shared\//g,
  ],
])("nothing leads to %s", (_, pattern) => {
  expect(matches(files, pattern).map(said)).toEqual([]);
});
