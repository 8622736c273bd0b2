import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reasonSchema } from "@/lib/domain/public-access/schema";
import { charactersOf } from "@/lib/platform/typed-text-terms";

const problem = (text: unknown) => reasonSchema.safeParse(text).error?.issues[0]?.message;

describe("the reason", () => {
  it.each(["x", "é", "漢", "😀"])("may have exactly 500 characters as people count them (%s)", (character) => {
    expect(reasonSchema.parse(character.repeat(500))).toBe(character.repeat(500));
    expect(problem(character.repeat(501))).toBe("tooLong 500");
  });

  it("is counted without the space around it, which is cut off", () => {
    expect(reasonSchema.parse(`  ${"x".repeat(500)} \t\r\n`)).toBe("x".repeat(500));
  });

  it.each(["", "   ", "\t\r\n", "\u2028", undefined, null, 7])("must be given: %j is none", (nothing) => {
    expect(problem(nothing)).toBe("sayWhy");
  });

  it.each([
    ["NUL", "\u0000"],
    ["carriage return", "\r"],
    ["line feed", "\n"],
    ["tab", "\t"],
    ["escape", "\u001b"],
    ["delete", "\u007f"],
    ["next line (C1)", "\u0085"],
    ["line separator", "\u2028"],
    ["paragraph separator", "\u2029"],
    ["right-to-left override", "\u202e"],
    ["left-to-right embedding", "\u202a"],
    ["isolate", "\u2066"],
    ["end of isolate", "\u2069"],
    ["the mark the mails use", "\ue000"],
  ])("is refused with a %s in it", (_, character) => {
    expect(problem(`before${character}after`)).toBe("plainText");
  });

  it("that is accepted is one line without controls, and stays as it is when sent again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const parsed = reasonSchema.safeParse(text);
        if (!parsed.success) return;
        expect([...charactersOf(parsed.data)].length).toBeGreaterThan(0);
        expect(parsed.data).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ue000]/u);
        expect(reasonSchema.parse(parsed.data)).toBe(parsed.data);
      }),
    );
  });

  it.each([
    "Jahresbericht für “Übersicht & Co.” – 100 %",
    "تقرير الربيع",
    "👩‍👩‍👧 open day",
    "<b>not bold</b>",
    "=1+1",
  ])("keeps ordinary text as typed: %s", (text) => {
    expect(reasonSchema.parse(text)).toBe(text);
  });
});
