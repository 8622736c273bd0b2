import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markOf } from "@/components/public-access/row/mark-of";

const marked = (text: string, part: string) => {
  const found = markOf(text, part);
  return found && text.slice(found.start, found.end);
};

describe("what a search marks", () => {
  it("is found whatever its case and accents, and marked as it is written", () => {
    expect(marked("Städtisches MUSÉUM", "museum")).toBe("MUSÉUM");
    expect(marked("Cafe\u0301 Nord", "café")).toBe("Cafe\u0301");
    expect(marked("İstanbul", "stan")).toBe("stan");
  });

  it("is nothing where it does not stand, or nothing was searched for", () => {
    expect(markOf("Museum", "archive")).toBeNull();
    expect(markOf("Museum", " ")).toBeNull();
  });

  it("stays within the text, whatever that is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary", maxLength: 3 }), (text, part) => {
        const found = markOf(text, part);
        if (found) expect(0 <= found.start && found.start <= found.end && found.end <= text.length).toBe(true);
      }),
    );
  });
});
