import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");

/**
 * Lints files that do not exist: each is planted at its path in an empty copy of the project with the real
 * biome.json. Only the rules in `rules` run.
 * @returns by file, the line numbers (from 1) that are refused
 */
export function lintPlanted(files: Record<string, string>, rules: string[]): Map<string, Set<number>> {
  const folder = mkdtempSync(path.join(tmpdir(), "pa-lint-"));
  try {
    copyFileSync(path.join(root, "biome.json"), path.join(folder, "biome.json"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const run = spawnSync(
      process.execPath,
      [
        path.join(root, "node_modules/@biomejs/biome/bin/biome"),
        ...["lint", "--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none"],
        ...rules.map((rule) => `--only=${rule}`),
        ".",
      ],
      { cwd: folder, encoding: "utf8" },
    );
    if (run.status !== 0 && !run.stdout.includes("::error title=lint/")) throw new Error(run.stdout + run.stderr);
    const refused = new Map(Object.keys(files).map((name) => [name, new Set<number>()]));
    for (const [, file = "", line] of run.stdout.matchAll(/^::error .*?file=([^,]+),line=(\d+)/gm)) {
      refused.get(path.relative(folder, file))?.add(Number(line));
    }
    return refused;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
