import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFacts, cleanText } from "@/lib/messaging/mail/clean-facts";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { EXAMPLES, KINDS } from "./facts";

describe("cleanText", () => {
  it("leaves one well-formed line without controls, overrides or the recipient's mark, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const clean = cleanText(value);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uE000]/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it("keeps joined emoji, flags and Persian joiners", () => {
    for (const kept of ["👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "A & B", "Café Zürich"]) expect(cleanText(kept)).toBe(kept);
  });

  it("repairs half a character", () => {
    expect(cleanText("a\uD83Db")).toBe("a\uFFFDb");
  });
});

describe("cleanFacts", () => {
  it.each(KINDS)("leaves clean facts as they are ($kind)", (facts) => {
    expect(facts).toMatchObject(cleanFacts(facts));
  });

  it("cleans every string, however deep", () => {
    const [site] = EXAMPLES.reminder.sites;
    const dirty = { ...EXAMPLES.reminder, sites: site ? [{ ...site, reason: asTyped("a\nb") }] : [] };
    expect(cleanFacts(dirty)).toMatchObject({ sites: [{ reason: "a b" }] });
  });
});
