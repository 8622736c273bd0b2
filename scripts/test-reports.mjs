import { existsSync, readFileSync } from "node:fs";

/** What one suite came to: `{ passed, failed, skipped }`. */

/** A command that passes or fails as a whole: lint, type check, build. */
export function countCommand(status) {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Vitest's JSON report. A file that could not even be loaded is a failure, although it has no failed test. */
export function countVitest(file, status) {
  const report = read(file);
  if (!report) return countCommand(1);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status: fileStatus, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === "failed").length;
    counts.failed += fileStatus === "failed" ? Math.max(failed, 1) : failed;
    counts.passed += assertionResults.filter((test) => test.status === "passed").length;
    counts.skipped += assertionResults.filter((test) => !["failed", "passed"].includes(test.status)).length;
  }
  return withStatus(counts, status);
}

/** Playwright's JSON report. A flaky test is a failed one. */
export function countPlaywright(file, status) {
  const report = read(file);
  if (!report) return countCommand(1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withStatus({ passed: expected, failed: unexpected + flaky, skipped }, status);
}

/** A runner that failed, or ran nothing, has at least one failure, whatever its report says. */
function withStatus(counts, status) {
  const nothingRan = counts.passed + counts.failed === 0;
  return (status !== 0 && counts.failed === 0) || nothingRan ? { ...counts, failed: 1 } : counts;
}

function read(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8"));
}
