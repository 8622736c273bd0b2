import { expect, test } from "vitest";
import { markdownTable } from "@/tests/bench/markdown-table";

test("columns are as wide as their longest cell; all but the first stand to the right", () => {
  expect(
    markdownTable(
      ["what", "ms"],
      [
        ["first page", "285.2"],
        ["count", "50.8"],
      ],
    ),
  ).toBe(
    [
      "| what       |    ms |", //
      "| ---------- | ----: |",
      "| first page | 285.2 |",
      "| count      |  50.8 |",
    ].join("\n"),
  );
});

test("a cell that is missing is empty", () => {
  expect(
    markdownTable(["what", "aim"], [["count"]])
      .split("\n")
      .at(-1),
  ).toBe("| count |     |");
});
