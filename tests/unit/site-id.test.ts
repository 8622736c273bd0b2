import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { siteIdSchema } from "@/lib/site-id";

describe("a site id", () => {
  it.each([1, 2, 4_294_967_295])("may be %i", (id) => {
    expect(siteIdSchema.parse(id)).toBe(id);
  });

  it.each<[unknown, string]>([
    [0, "A site id is a positive number."],
    [-1, "A site id is a positive number."],
    [4_294_967_296, "There is no site id this large."],
    [1.5, "A site id is a whole number."],
    [Number.NaN, "A site id is a whole number."],
    ["1", "A site id is a whole number."],
    [null, "A site id is a whole number."],
  ])("is not %s, and the sentence says why", (id, sentence) => {
    expect(siteIdSchema.safeParse(id).error?.issues[0]?.message).toBe(sentence);
  });

  it("is a whole number that Matomo's column can hold, or is refused", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true }), (value) => {
        const fits = typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 4_294_967_295;
        expect(siteIdSchema.safeParse(value).success).toBe(fits);
      }),
    );
  });
});
