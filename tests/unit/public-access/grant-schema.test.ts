import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grantPublicAccessSchema } from "@/lib/domain/public-access/schema";

const asked = { siteIds: [3, 4], reason: "Spring campaign", endsOn: "2026-12-31", typedCount: 2 };
const refusedAt = (changes: Record<string, unknown>) =>
  grantPublicAccessSchema.safeParse({ ...asked, ...changes }).error?.issues.map((issue) => issue.path.join("."));

describe("what the publish dialog sends", () => {
  it("is accepted when it is complete, and nothing else gets in with it", () => {
    expect(grantPublicAccessSchema.parse({ ...asked, channel: "outside", grantedBy: "mallory" })).toEqual(asked);
  });

  it.each([null, 1, 3, -2, 2.5, "2", Number.NaN, undefined])(
    "for two sites is refused unless exactly 2 was typed: %j",
    (typedCount) => {
      expect(refusedAt({ typedCount })).toEqual(["typedCount"]);
    },
  );

  it("needs no number typed for one site, even when that one was sent twice", () => {
    expect(refusedAt({ siteIds: [3], typedCount: null })).toBeUndefined();
    expect(refusedAt({ siteIds: [3, 3], typedCount: null })).toBeUndefined();
  });

  it("counts sites, not entries: three sent, one of them twice, are two", () => {
    expect(refusedAt({ siteIds: [3, 4, 3], typedCount: 2 })).toBeUndefined();
    expect(refusedAt({ siteIds: [3, 4, 3], typedCount: 3 })).toEqual(["typedCount"]);
  });

  it("may say that there is no end, but must say it", () => {
    expect(refusedAt({ endsOn: null })).toBeUndefined();
    expect(refusedAt({ endsOn: undefined })).toEqual(["endsOn"]);
  });

  it.each(["", "tomorrow", "2026-02-30", "2027-02-29", "2026-13-01", "31.12.2026", "2026-1-1", "2026-12-31T00:00", 7])(
    "is refused at the end date when that is no day: %j",
    (endsOn) => {
      expect(refusedAt({ endsOn })).toEqual(["endsOn"]);
    },
  );

  it("has the leap day in a leap year", () => {
    expect(refusedAt({ endsOn: "2028-02-29" })).toBeUndefined();
  });

  it("names every field that is wrong at once", () => {
    const allWrong = { siteIds: [], reason: "", endsOn: "never", typedCount: 7 };
    expect(refusedAt(allWrong)).toEqual(["siteIds", "reason", "endsOn", "typedCount"]);
  });

  it("is refused, never thrown over, whatever is sent instead", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, maxDepth: 2 });
    const fields = { siteIds: anything, reason: anything, endsOn: anything, typedCount: anything };
    fc.assert(
      fc.property(fc.oneof(anything, fc.record(fields)), (raw) => {
        expect(grantPublicAccessSchema.safeParse(raw).success).toBe(false);
      }),
    );
  });
});
