import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const page = readFileSync(path.join(root, "docs/security.md"), "utf8");
const lines = page.split("\n");

/**
 * A test file as the page names it, and a title in “quotes” behind it (words of pages are in *italics*). One without a
 * folder is in the folder of the one before it.
 */
const NAMED = /`(?:(unit|integration|e2e|attacks)\/)?([\w./-]+\.(?:test|spec)\.tsx?)`|“([^”]+)”/g;

/** Each file that a line names, with the titles that it quotes behind it. */
function named(line: string): { file: string; titles: string[] }[] {
  const found: { file: string; titles: string[] }[] = [];
  let folder = "";
  for (const [, place, name, title] of line.matchAll(NAMED)) {
    folder = place ?? folder;
    if (name) found.push({ file: `tests/${folder}/${name}`, titles: [] });
    else if (title) found.at(-1)?.titles.push(title);
  }
  return found;
}

const all = lines.flatMap(named);

/** Whether `text` holds the pieces of a quoted title, one after the other: `…` stands for what was left out. */
function holds(text: string, title: string): boolean {
  let from = 0;
  return title.split("…").every((piece) => {
    const at = text.indexOf(piece.trim(), from);
    from = at + piece.length;
    return at >= 0;
  });
}

describe("docs/security.md", () => {
  it("names tests that are there", () => {
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(({ file }) => !existsSync(path.join(root, file))).map(({ file }) => file)).toEqual([]);
  });

  it("quotes titles that stand in those tests", () => {
    const quoted = all.flatMap(({ file, titles }) => titles.map((title) => ({ file, title })));
    expect(quoted.length).toBeGreaterThan(10);
    const missing = quoted.filter(({ file, title }) => !holds(readFileSync(path.join(root, file), "utf8"), title));
    expect(missing).toEqual([]);
  });

  it("has each line of the checklist once, with a test or the reason why it has none", () => {
    const rows = lines.flatMap((line) => /^\| S(\d+) \| .+ \| (.+) \|$/.exec(line)?.slice(1) ?? []);
    const numbers = rows.filter((_, at) => at % 2 === 0);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => String(at + 1)));
  });

  it("is two pages of prose, tables aside", () => {
    const prose = lines.filter((line) => !line.startsWith("|")).join(" ");
    expect(prose.split(/\s+/).length).toBeLessThan(1_000);
  });
});

it("SECURITY.md says how to report, which versions are fixed and within how many days, and leads to what is promised", () => {
  const policy = readFileSync(path.join(root, "SECURITY.md"), "utf8");
  for (const heading of ["## Report a vulnerability", "## Which versions are fixed"]) expect(policy).toContain(heading);
  expect(policy.match(/^\| within \d+ days \| .+ \|$/gm)?.length).toBeGreaterThan(1);
  for (const [, target = ""] of policy.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
    expect(existsSync(path.join(root, target)), target).toBe(true);
});
