// `npm test`: everything, straight after a clone. Every suite runs, also after one has failed; the last line is the
// sum over all of them. `--quick` (`npm run verify`, for daily work): lint, types and unit tests alone.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { isBuilt } from "./build-if-changed.mjs";
import { ensureInstalled, root, seconds } from "./ensure-installed.mjs";
import { countCommand, countPlaywright, countVitest } from "./test-reports.mjs";
import { requireTestPrograms } from "./test-requirements.mjs";

const isQuick = process.argv.includes("--quick");
ensureInstalled();
const found = isQuick ? {} : await requireTestPrograms();

const SUITES = ["lint", "unused", "typecheck", "unit", "build", "integration", "e2e"];
const reports = path.join(root, ".test");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results = [];

/** Runs one suite; what runs beside others is shown as a whole when it is over. */
async function suite(name, run, { beside = false } = {}) {
  const began = Date.now();
  let said = "";
  if (!beside) console.log(`\n--- ${name}`);
  const program = (file, ...args) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [path.join(root, file), ...args], {
        cwd: root,
        stdio: beside ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
        env: { ...process.env, ...found, NEXT_TELEMETRY_DISABLED: "1" },
      });
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding("utf8").on("data", (text) => (said += text));
      child.once("close", (status) => resolve(status ?? 1));
    });
  const counts = await run(program);
  if (beside) console.log(`\n--- ${name}\n${said.trimEnd()}`);
  results.push({ name, ...counts, time: seconds(began) });
}

async function vitest(program, name, project) {
  const report = path.join(reports, `${name}.json`);
  const status = await program(
    "node_modules/vitest/vitest.mjs",
    ...["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  );
  return countVitest(report, status);
}

async function typesAndBuild() {
  await suite(
    "typecheck",
    async (program) => {
      const made = await program("node_modules/next/dist/bin/next", "typegen");
      const code = made || (await program("node_modules/typescript/bin/tsc", "--noEmit"));
      // The build would check once more what was right a moment ago (next.config.js).
      if (code === 0) process.env.TYPES_ARE_CHECKED = "1";
      return countCommand(code);
    },
    { beside: true },
  );
  if (isQuick) return;
  // After it, because both write below .next.
  await suite("build", async (program) => countCommand(await program("scripts/build-if-changed.mjs")), {
    beside: true,
  });
}

async function lintAndUnit() {
  const lint = ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."];
  await suite(
    "lint",
    async (program) => {
      const code = await program(...lint);
      return countCommand(code || (await program("scripts/floors.mjs")));
    },
    { beside: true },
  );
  await suite(
    "unused",
    async (program) => {
      const code = await program("node_modules/knip/bin/knip.js");
      return countCommand(
        code || (await program("node_modules/knip/bin/knip.js", "--production", "--include", "files")),
      );
    },
    { beside: true },
  );
  await suite("unit", (program) => vitest(program, "unit", "unit*"), { beside: true });
}

async function integrationAndE2e() {
  await suite("integration", (program) => vitest(program, "integration", "integration*"));
  await suite("e2e", async (program) => {
    if (!isBuilt()) {
      console.log("Not run: there is no build to run against.");
      return countCommand(1);
    }
    const status = await program("node_modules/@playwright/test/cli.js", "test");
    return countPlaywright(path.join(reports, "e2e-report.json"), status);
  });
}

// One compiles on one core for a long time, the other takes what is free.
console.log(`\n--- lint and unit beside typecheck${isQuick ? "" : " and build"}`);
await Promise.all([typesAndBuild(), lintAndUnit()]);
if (!isQuick) await integrationAndE2e();

// Once more beside the sums, because a log is read from its end.
for (const { name, failures } of results)
  for (const { test, why } of failures) console.log(`\nFailed in ${name}: ${test}\n${why.replaceAll(/^/gm, "    ")}`);

results.sort((a, b) => SUITES.indexOf(a.name) - SUITES.indexOf(b.name));
const sum = (key) => results.reduce((total, one) => total + one[key], 0);
console.log("\nsuite        passed  failed  skipped     time");
for (const { name, passed, failed, skipped, time } of results) {
  const numbers = [passed, failed, skipped].map((number, column) => String(number).padStart(column === 2 ? 9 : 8));
  console.log(`${name.padEnd(11)}${numbers.join("")}${time.padStart(9)}`);
}
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;
