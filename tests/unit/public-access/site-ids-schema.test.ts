import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { revokePublicAccessSchema } from "@/lib/domain/public-access/schema";
import { siteIdsSchema } from "@/lib/domain/publications/schema";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const problems = (ids: unknown) => siteIdsSchema.safeParse(ids).error?.issues.map((issue) => issue.message);

describe("the sites of a change", () => {
  it("are the set of what was sent: each once, ascending", () => {
    expect(siteIdsSchema.parse([10, 9, 2, 10, 1, 2])).toEqual([1, 2, 9, 10]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 50 }), (ids) => {
        const parsed = siteIdsSchema.parse(ids);
        expect(new Set<number>(parsed)).toEqual(new Set(ids));
        for (const [index, id] of parsed.entries()) if (index > 0) expect(id).toBeGreaterThan(parsed[index - 1] ?? 0);
      }),
    );
  });

  it("may be 10,000, and neither 10,001 nor none", () => {
    expect(siteIdsSchema.parse(upTo(10_000))).toHaveLength(10_000);
    expect(problems(upTo(10_001))).toEqual(["tooManySites"]);
    expect(problems([])).toEqual(["chooseSites"]);
  });

  it.each<[string, unknown]>([
    ["text", "1"],
    ["text with a space", "1 "],
    ["an exponent", "1e3"],
    ["a smuggled parameter", "1&idsite=2"],
    ["a list in a list", ["1"]],
    ["a number in a list", [1]],
    ["zero", 0],
    ["a negative number", -1],
    ["a fraction", 1.5],
    ["2^53", 2 ** 53],
    ["one more than INT UNSIGNED holds", 2 ** 32],
    ["infinity", Number.POSITIVE_INFINITY],
    ["not a number", Number.NaN],
    ["a big integer", 1n],
    ["true", true],
    ["null", null],
    ["nothing", undefined],
    ["an object", { valueOf: () => 1 }],
  ])("are refused as a whole when one is %s, in the same shape", (_, id) => {
    const refusal = revokePublicAccessSchema.safeParse({ siteIds: [3, id, 4] });
    expect(new Set(refusal.error?.issues.map((issue) => issue.path.join(".")))).toEqual(new Set(["siteIds.1"]));
  });

  it.each<[string, unknown]>([
    ["one id", 7],
    ["text", "1,2"],
    ["an object like a list", { 0: 1, length: 1 }],
    ["null", null],
    ["nothing", undefined],
  ])("are refused when they are no list but %s", (_, siteIds) => {
    expect(revokePublicAccessSchema.safeParse({ siteIds }).error?.issues[0]?.path).toEqual(["siteIds"]);
  });
});
