import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, visibleText } from "@/lib/platform/visible-text";

describe("visibleText", () => {
  it.each([
    ["invoice\u202Efdp.exe", "invoicefdp.exe"],
    ["a\u2066b\u2067c\u2068d\u2069e", "abcde"],
    ["first\u2028second\nthird", "first second third"],
    ["\u202E", ""],
    ["متحف الشمال", "متحف الشمال"],
    ["👩‍👩‍👧 می‌خواهم", "👩‍👩‍👧 می‌خواهم"],
  ])("shows %j as %j", (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });
});

describe("cutText", () => {
  it("is as long as it may be, and never ends with half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(40), (text, max) => {
        const cut = cutText(text.toWellFormed(), max);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(max - 1, text.length));
      }),
    );
  });
});
