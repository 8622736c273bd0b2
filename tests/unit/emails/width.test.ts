import fc from "fast-check";
import { expect, it } from "vitest";
import { width } from "@/emails/letter-text";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const counted = (value: string) => [...graphemes.segment(value)].length;

const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x600, 0x6ff],
  [0x2010, 0x203f],
] as const;
const ours = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
).filter((letter) => !/[\u2028\u2029\u202A-\u202E]/.test(letter));

it("a text is as wide as the letters that are seen, whatever stands beside what", () => {
  expect(width(ours.join(""))).toBe(counted(ours.join("")));
  const letters = fc.oneof(
    fc.constantFrom(...ours),
    fc.constantFrom("\u0301", "\u064E", "\u200D", "👩", "🇩", "가", "क"),
  );
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), (some) => {
      expect(width(some.join(""))).toBe(counted(some.join("")));
    }),
    { numRuns: 1_000 },
  );
});

it.each(ours.filter((_, index) => index % 60 === 0))(
  "%j beside every other letter is counted as it is seen",
  (letter) => {
    const pairs = ours.map((other) => `${letter}${other}`).join("\n");
    expect(pairs.split("\n").map(width)).toEqual(pairs.split("\n").map(counted));
  },
);

it("marks of direction take no room", () => {
  expect(width("\u2068Shop\u2069 \u200F")).toBe(5);
});
