import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const scripts = path.join(import.meta.dirname, "../../../scripts");

/** The packages that a script and what it imports need before its first line runs. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\s(?:[^;]*?\sfrom\s)?"([^"]+)"/gm)];
  return imports.flatMap(([, name = ""]) => {
    if (name.startsWith("node:")) return [];
    return name.startsWith(".") ? packagesOf(path.join(path.dirname(file), name), seen) : [name];
  });
}

describe("in a fresh clone, where nothing is installed yet", () => {
  it.each(["demo.mjs", "test.mjs", "public-access.mjs", "start.mjs"])("%s starts: it imports no package", (name) => {
    expect(packagesOf(path.join(scripts, name))).toEqual([]);
  });

  it("a package that is imported is seen", () => {
    expect(packagesOf(path.join(scripts, "shots.mjs"))).toContain("@playwright/test");
  });
});
