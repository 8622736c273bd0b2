import { describe, expect, it } from "vitest";
import { lastPageOf, rangeOf } from "@/components/ui/page-range";

describe("what a page shows of the whole", () => {
  it("runs from its first to its last", () => {
    expect(rangeOf({ page: 2, pageSize: 50, total: 4312 })).toEqual({ first: 51, last: 100, total: 4312 });
  });

  it("ends with the whole on the last page", () => {
    expect(rangeOf({ page: 87, pageSize: 50, total: 4312 })).toEqual({ first: 4301, last: 4312, total: 4312 });
    expect(lastPageOf({ pageSize: 50, total: 4312 })).toBe(87);
  });

  it("is nothing where there is nothing, and beyond the end", () => {
    expect(rangeOf({ page: 1, pageSize: 50, total: 0 })).toBeNull();
    expect(rangeOf({ page: 88, pageSize: 50, total: 4312 })).toBeNull();
    expect(lastPageOf({ pageSize: 50, total: 0 })).toBe(1);
  });
});
