import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { siteIdSchema } from "@/lib/platform/site-id";

describe("a site id", () => {
  it.each([1, 2, 4_294_967_295])("may be %i", (id) => {
    expect(siteIdSchema.parse(id)).toBe(id);
  });

  it.each([0, -1, 4_294_967_296, 1.5, Number.NaN, "1", null])("is not %s, and the field's message says so", (id) => {
    expect(siteIdSchema.safeParse(id).error?.issues).toMatchObject([{ message: "notInMatomo" }]);
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
