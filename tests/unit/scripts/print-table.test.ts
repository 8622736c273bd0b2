import { expect, test } from "vitest";
import { tableText } from "@/scripts/print-table.mjs";

test("columns are as wide as their longest cell; a column of numbers stands to the right", () => {
  expect(
    tableText(
      ["page", "score"],
      [
        ["/sign-in", 100],
        ["/", 7],
      ],
    ),
  ).toBe(["page      score", "/sign-in    100", "/             7"].join("\n"));
});

test("a table without rows is its head", () => {
  expect(tableText(["page", "score"], [])).toBe("page  score");
});
