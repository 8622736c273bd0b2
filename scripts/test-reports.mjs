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
  const report = read(file);
  if (!report) return withStatus({ passed: 0, failed: 0, skipped: 0, failures: [] }, status);
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const { name, message, status: fileStatus, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const failures = failed.map((test) =>
      failure(`${inRoot(name)} > ${test.fullName}`, test.failureMessages.join("\n")),
    );
    if (fileStatus === "failed" && failures.length === 0) failures.push(failure(inRoot(name), message));
    counts.failures.push(...failures);
    counts.failed += failures.length;
    counts.passed += assertionResults.filter((test) => test.status === "passed").length;
    counts.skipped += assertionResults.filter((test) => !["failed", "passed"].includes(test.status)).length;
  }
  return withStatus(counts, status);
}

/** Playwright's JSON report. A flaky test is a failed one. */
export function countPlaywright(file, status) {
  const report = read(file);
  if (!report) return withStatus({ passed: 0, failed: 0, skipped: 0, failures: [] }, status);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failures = [
    ...report.suites.flatMap(failedSpecs),
    ...report.errors.map((one) => failure("the run", one.message)),
  ];
  return withStatus({ passed: expected, failed: unexpected + flaky, skipped, failures }, status);
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
function withStatus(counts, status) {
  const nothingRan = counts.passed + counts.failed === 0;
  if (!nothingRan && (status === 0 || counts.failed > 0)) return counts;
  const why = nothingRan
    ? "Nothing ran."
    : `Every test passed, and yet it ended with ${status}: its own words stand above.`;
  return { ...counts, failed: 1, failures: [failure("the run", why)] };
}

function read(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8"));
}
