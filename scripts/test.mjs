// `npm test`: everything, straight after a clone. Every suite runs, also after one has failed; the last line is the
// sum over all of them. The quick part for daily work is `npm run verify`.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build, isBuilt } from "./build-if-changed.mjs";
import { ensureInstalled, root, seconds } from "./ensure-installed.mjs";
import { countCommand, countPlaywright, countVitest } from "./test-reports.mjs";
import { requireTestPrograms } from "./test-requirements.mjs";

ensureInstalled();
const found = await requireTestPrograms();

const reports = path.join(root, ".test");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results = [];

function suite(name, run) {
  console.log(`\n--- ${name}`);
  const began = Date.now();
  results.push({ name, ...run(), time: seconds(began) });
}

/** Runs one of the tools in node_modules and gives its exit code. */
function tool(file, ...args) {
  const run = spawnSync(process.execPath, [path.join(root, "node_modules", file), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...found, NEXT_TELEMETRY_DISABLED: "1" },
  });
  return run.status ?? 1;
}

function vitest(name, project) {
  const report = path.join(reports, `${name}.json`);
  const status = tool(
    "vitest/vitest.mjs",
    ...["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  );
  return countVitest(report, status);
}

suite("lint", () => countCommand(tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".")));
suite("typecheck", () => {
  const types = tool("next/dist/bin/next", "typegen");
  return countCommand(types || tool("typescript/bin/tsc", "--noEmit"));
});
suite("unit", () => vitest("unit", "unit*"));
suite("integration", () => vitest("integration", "integration*"));
suite("build", () => {
  const problem = isBuilt() ? undefined : build();
  if (problem) console.log(problem);
  return countCommand(problem ? 1 : 0);
});
suite("e2e", () => {
  if (!isBuilt()) {
    console.log("Not run: there is no build to run against.");
    return countCommand(1);
  }
  const status = tool("@playwright/test/cli.js", "test");
  return countPlaywright(path.join(reports, "e2e-report.json"), status);
});

const sum = (key) => results.reduce((total, one) => total + one[key], 0);
console.log("\nsuite        passed  failed  skipped     time");
for (const { name, passed, failed, skipped, time } of results) {
  const numbers = [passed, failed, skipped].map((number, column) => String(number).padStart(column === 2 ? 9 : 8));
  console.log(`${name.padEnd(11)}${numbers.join("")}${time.padStart(9)}`);
}
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
