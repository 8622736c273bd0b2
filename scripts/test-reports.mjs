import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./ensure-installed.mjs";

/** What one suite came to: `{ passed, failed, skipped, failures }`; `failures` tells of each `{ test, why }`. */

/** A command that passes or fails as a whole: lint, type check, build. */
export function countCommand(status) {
  if (status === 0) return { passed: 1, failed: 0, skipped: 0, failures: [] };
  return { passed: 0, failed: 1, skipped: 0, failures: [failure("the command", `It ended with ${status}.`)] };
}

/** Vitest's JSON report. A file that could not even be loaded is a failure, although it has no failed test. */
export function countVitest(file, status) {
  const counts = { passed: 0, skipped: 0, failures: [] };
  for (const { name, message, status: fileStatus, assertionResults } of read(file)?.testResults ?? []) {
    const failures = assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => failure(`${inRoot(name)} > ${test.fullName}`, test.failureMessages.join("\n")));
    if (fileStatus === "failed" && failures.length === 0) failures.push(failure(inRoot(name), message));
    counts.failures.push(...failures);
    counts.passed += assertionResults.filter((test) => test.status === "passed").length;
    counts.skipped += assertionResults.filter((test) => !["failed", "passed"].includes(test.status)).length;
  }
  return withStatus(counts, status);
}

/** Playwright's JSON report. A flaky test is a failed one; so is what broke outside of every test. */
export function countPlaywright(file, status) {
  const { stats, suites, errors } = read(file) ?? { stats: { expected: 0, skipped: 0 }, suites: [], errors: [] };
  const failures = [
    ...suites.flatMap(failedSpecs),
    ...errors.map(({ message }) => failure("outside of a test", message)),
  ];
  return withStatus({ passed: stats.expected, skipped: stats.skipped, failures }, status);
}

function failedSpecs({ specs = [], suites = [] }) {
  const failed = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) => {
        const why = results.flatMap(({ errors }) => errors.map(({ message }) => message));
        return failure(`[${projectName}] ${file}:${line} > ${title}`, why.join("\n"));
      }),
  );
  return [...failed, ...suites.flatMap(failedSpecs)];
}

/** The beginning says enough to know where to look; the whole stands above, where the suite ran. */
const LINES_OF_WHY = 20;

function failure(test, why) {
  const lines = stripVTControlCharacters(why ?? "").split("\n");
  const ours = lines.filter((line) => !/^\s+at .*(node_modules|<anonymous>)/.test(line));
  return { test, why: ours.slice(0, LINES_OF_WHY).join("\n") };
}

function inRoot(file) {
  return path.relative(root, file);
}

/** A runner that failed, or ran nothing, has at least one failure, whatever its report says. */
function withStatus({ passed, skipped, failures }, status) {
  if (passed + failures.length === 0) failures.push(failure("the run", "Nothing ran."));
  if (status !== 0 && failures.length === 0) {
    failures.push(failure("the run", `Every test passed, and yet it ended with ${status}: its own words stand above.`));
  }
  return { passed, failed: failures.length, skipped, failures };
}

function read(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8"));
}
