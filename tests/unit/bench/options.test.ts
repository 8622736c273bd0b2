import { expect, test } from "vitest";
import { HELP, PARTS, parseOptions } from "@/tests/bench/options";

test("without options everything runs", () => {
  expect(parseOptions([])).toEqual({ parts: [...PARTS] });
  expect(parseOptions(["--small"])).toEqual({ parts: [...PARTS] });
});

test("parts that are named run in the order of the benchmark, each once", () => {
  expect(parseOptions(["--only", "outbox,reads, watch,reads"])).toEqual({ parts: ["reads", "watch", "outbox"] });
});

test("a part or an option that there is not is refused by its name", () => {
  expect(() => parseOptions(["--only", "reads,writes"])).toThrow('no part "writes"');
  expect(() => parseOptions(["--only", ""])).toThrow('no part ""');
  expect(() => parseOptions(["--fast"])).toThrow("--fast");
  expect(() => parseOptions(["reads"])).toThrow("reads");
});

test("the help says every part", () => {
  expect(parseOptions(["--help", "--only", "nothing"])).toBeNull();
  for (const part of PARTS) expect(HELP).toContain(`\n  ${part.padEnd(8)}  `);
});
