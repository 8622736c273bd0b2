import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countCommand, countPlaywright, countVitest } from "@/scripts/test-reports.mjs";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "test-reports-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(report: unknown): string {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const test = (status: string, fullName: string, ...failureMessages: string[]) => ({
  status,
  fullName,
  failureMessages,
});
const file = (name: string, ...assertionResults: ReturnType<typeof test>[]) => {
  const status = assertionResults.some((one) => one.status === "failed") ? "failed" : "passed";
  return { name: path.resolve(name), status, message: "", assertionResults };
};

describe("what a suite came to", () => {
  it("names each test that failed and why, without the stack of the runner", () => {
    const why =
      "\u001b[31mexpected 1 to be 2\u001b[39m\n    at mine.test.ts:2:1\n    at run (node_modules/runner/a.js:1:1)";
    const report = written({
      testResults: [
        file("tests/a.test.ts", test("passed", "holds"), test("failed", "breaks", why), test("pending", "waits")),
      ],
    });
    expect(countVitest(report, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: [{ test: "tests/a.test.ts > breaks", why: "expected 1 to be 2\n    at mine.test.ts:2:1" }],
    });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const broken = { ...file("tests/b.test.ts"), status: "failed", message: "Cannot find module" };
    expect(
      countVitest(written({ testResults: [file("tests/a.test.ts", test("passed", "holds")), broken] }), 1),
    ).toMatchObject({
      passed: 1,
      failed: 1,
      failures: [{ test: "tests/b.test.ts", why: "Cannot find module" }],
    });
  });

  it("takes a flaky browser test for a failed one, however deep it stands", () => {
    const spec = (status: string, title: string) => ({
      file: "9-a.spec.ts",
      line: 7,
      title,
      tests: [{ status, projectName: "9-a", results: [{ errors: [{ message: `${title}: why` }] }, { errors: [] }] }],
    });
    const report = written({
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [],
      suites: [
        {
          specs: [spec("unexpected", "falls")],
          suites: [{ specs: [spec("flaky", "wavers"), spec("expected", "holds")] }],
        },
      ],
    });
    expect(countPlaywright(report, 1)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 2,
      failures: [
        { test: "[9-a] 9-a.spec.ts:7 > falls", why: "falls: why" },
        { test: "[9-a] 9-a.spec.ts:7 > wavers", why: "wavers: why" },
      ],
    });
  });

  it("names what broke outside of every browser test, such as what a server logged", () => {
    const report = {
      stats: { expected: 3, skipped: 0 },
      suites: [],
      errors: [{ message: "the server logged an error" }],
    };
    expect(countPlaywright(written(report), 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
      failures: [{ test: "outside of a test", why: "the server logged an error" }],
    });
  });

  it.each([
    [
      "ended badly although every test passed",
      { testResults: [file("tests/a.test.ts", test("passed", "holds"))] },
      1,
      1,
    ],
    ["ran nothing", { testResults: [] }, 0, 0],
  ])("is a failure when it %s", (_, report, status, passed) => {
    expect(countVitest(written(report), status)).toMatchObject({ passed, failed: 1, failures: [{ test: "the run" }] });
  });

  it("is a failure when it wrote no report, and when a command ends badly", () => {
    const nowhere = path.join(folder, "nowhere.json");
    expect([countVitest(nowhere, 0), countPlaywright(nowhere, 0), countCommand(2)]).toMatchObject([
      { passed: 0, failed: 1 },
      { passed: 0, failed: 1 },
      { passed: 0, failed: 1, failures: [{ why: "It ended with 2." }] },
    ]);
    expect(countCommand(0)).toEqual({ passed: 1, failed: 0, skipped: 0, failures: [] });
  });
});
