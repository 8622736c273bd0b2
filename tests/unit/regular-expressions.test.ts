import { check } from "recheck";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { hostileRepeats } from "@/tests/support/hostile-repeats";
import { madeAtRunTime, regularExpressions } from "@/tests/support/regular-expressions";
import { millisecondsOf } from "@/tests/support/work";

const LENGTH = 100_000;
/** Twenty times what the slowest takes on an idle machine; what is quadratic takes seconds. */
const MOST_MS = 400;

/** Steps are counted, not seconds: a busy machine would make each expression look slow. */
const COUNTED = { timeout: null, attackTimeout: null, incubationTimeout: null };

const expressions = regularExpressions();

// Java, where it happens to be installed, would say the same, later.
const BACKEND = process.platform === "linux" && process.arch === "x64" ? "native" : "pure";
beforeEach(() => vi.stubEnv("RECHECK_BACKEND", BACKEND));

describe("a text that a stranger chose costs time in proportion to its length", () => {
  it.each(expressions)("$file: /$source/$flags, whatever the text", { timeout: 120_000 }, async ({ source, flags }) => {
    const { status, ...more } = await check(source, flags, COUNTED);
    const attack = "attack" in more ? more.attack?.pattern : null;
    expect({ status, attack: attack ?? null }).toEqual({ status: "safe", attack: null });
  });

  it.each(expressions)("$file: /$source/$flags, on 100 kB of its worst", ({ source, flags }) => {
    const expression = new RegExp(source, flags);
    for (const text of hostileRepeats(source, LENGTH)) {
      const took = millisecondsOf(() => text.replace(expression, ""));
      expect(took, `ms for ${JSON.stringify(text.slice(0, 20))}…`).toBeLessThan(MOST_MS);
    }
  });

  it("no expression is put together at run time, but of constants of this code", () => {
    expect(madeAtRunTime().map(({ file }) => file)).toEqual([
      "emails/mail-translator.ts",
      "lib/platform/db/table-prefix.ts",
    ]);
  });
});
