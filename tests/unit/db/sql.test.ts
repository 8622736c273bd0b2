import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idList, idRows, inChunks } from "@/lib/platform/db/sql";

const id = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe("ids as SQL literals", () => {
  it("are the numbers, separated by commas", () => {
    expect(idList([3, 1, 2]).sql).toBe("3,1,2");
    expect(idList([3, 1, 2]).values).toEqual([]);
    expect(idList([4_294_967_295]).sql).toBe("4294967295");
  });

  it("stand each in a row of its own, between the constants", () => {
    expect(idRows([3, 1], "'anonymous'", "'view'").sql).toBe("('anonymous',3,'view'),('anonymous',1,'view')");
    expect(idRows([3, 1], "'anonymous'", "'view'").values).toEqual([]);
  });

  it("match nothing when there are none", () => {
    expect(idList([]).sql).toBe("NULL");
  });

  it.each<[string, unknown]>([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["1.5", 1.5],
    ["-1", -1],
    ["2^53", 2 ** 53],
    ["text", "1"],
    ["SQL", "1) OR (1=1"],
    ["a list", [1]],
    ["an object that prints as SQL", { toString: () => "1) OR (1=1" }],
    ["null", null],
    ["undefined", undefined],
  ])("are refused as a whole when one is %s", (_, bad) => {
    const ids = [1, bad, 2] as number[];
    expect(() => idList(ids)).toThrow(RangeError);
    expect(() => idRows(ids, "'anonymous'", "'view'")).toThrow(RangeError);
  });

  it("hold digits and commas and nothing else, whatever numbers come", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(id, fc.double(), fc.integer()), { minLength: 1 }), (ids) => {
        const good = ids.every((one) => Number.isSafeInteger(one) && one >= 0);
        if (good) expect(idList(ids).sql).toMatch(/^\d+(,\d+)*$/);
        else expect(() => idList(ids)).toThrow(RangeError);
      }),
    );
  });
});

describe("chunks", () => {
  it("hold at most 5,000 ids each, every id once and in order", () => {
    for (const count of [0, 1, 4_999, 5_000, 5_001, 10_000, 12_345]) {
      const ids = Array.from({ length: count }, (_, index) => index);
      const chunks = inChunks(ids);
      expect(chunks.flat()).toEqual(ids);
      expect(chunks).toHaveLength(Math.ceil(count / 5_000));
      for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(5_000);
    }
  });

  it("may be cut smaller", () => {
    expect(inChunks(["a", "b", "c"], 2)).toEqual([["a", "b"], ["c"]]);
  });

  it("leave the ids they were cut from as they were", () => {
    const ids = Object.freeze([1, 2, 3]);
    expect(inChunks(ids)).toEqual([[1, 2, 3]]);
  });
});
