import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const { version, scripts, engines } = JSON.parse(read("package.json"));

describe("the version", () => {
  it("has notes at the top of the changelog, and is what public bodies read", () => {
    expect(/^## (\S+) \(\d{4}-\d\d-\d\d\)$/m.exec(read("CHANGELOG.md"))?.[1]).toBe(version);
    expect(read("publiccode.yml")).toContain(`\nsoftwareVersion: ${version}\n`);
    expect(JSON.parse(read("package-lock.json"))).toMatchObject({ version, packages: { "": { version } } });
  });
});

describe.each(readdirSync(path.join(root, ".github/workflows")))("the workflow %s", (file) => {
  const text = read(`.github/workflows/${file}`);

  it("calls npm's scripts, which are tested here, and may do no more than it needs", () => {
    const called = [...text.matchAll(/npm (?:run )?([\w:]+)/g)].flatMap(([, name = ""]) =>
      name === "ci" ? [] : [name],
    );
    expect(called.length).toBeGreaterThan(0);
    for (const name of called) expect(scripts, name).toHaveProperty([name]);
    expect(text).toMatch(/^permissions: \{ contents: read \}$/m);
  });

  it("runs on the Node of .nvmrc, or on the oldest that is promised", () => {
    const named = [...text.matchAll(/node-version(?:-file)?: "?(\.nvmrc|\d[\d.]*)/g)].map(([, one]) => one);
    for (const one of named) expect([".nvmrc", engines.node.replace(">=", "")]).toContain(one);
    expect(read(".nvmrc")).toBe("24\n");
  });
});

it("a vulnerability is reported in private, wherever somebody begins", () => {
  expect(read(".github/ISSUE_TEMPLATE/config.yml")).toContain("/security/advisories/new");
  expect(read(".github/ISSUE_TEMPLATE/bug.yml")).toContain("SECURITY.md");
  expect(read("SECURITY.md")).toMatch(/Report a vulnerability/);
});
