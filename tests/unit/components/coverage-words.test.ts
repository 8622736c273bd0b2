import { describe, expect, it } from "vitest";
import { coverageWords, leadWords, lengthWords, percentWords, sliceState } from "@/components/activity/coverage-words";
import type { Coverage } from "@/lib/reports/coverage/schema";
import { languages } from "@/messages/catalogue";
import { formatterOf, wordsOf } from "@/tests/support/words-of";

const wordsIn = (language: string) => ({ say: wordsOf("activity", language), format: formatterOf(language) });
const english = wordsIn("en");

const GAP = { from: "2026-11-23T22:28:00.000Z", to: "2026-11-23T23:10:00.000Z", minutes: 42 };
const COVERAGE: Coverage = {
  ...{ from: "2026-10-25T12:00:00.000Z", to: "2026-11-24T12:00:00.000Z", interval: 5, watched: 0.99999, slices: [1] },
  ...{ checks: 8_000, failedChecks: 0, blind: [GAP], blindCount: 1, longest: GAP, lastCheckAt: null },
};

describe("coverage in words", () => {
  it("says 100 % only when there was no gap, and 0 % only when nothing was watched", () => {
    expect([1, 0.99999, 0.9991, 0.5, 0.0001, 0].map((part) => percentWords(english, part))).toEqual([
      "100%",
      "99.9%",
      "99.9%",
      "50%",
      "under 0.1%",
      "0%",
    ]);
  });

  it("says how long something was", () => {
    expect([1, 42, 60, 125, 1440, 4560, 43_200].map((minutes) => lengthWords(english.say, minutes))).toEqual([
      "1 minute",
      "42 minutes",
      "1 hour",
      "2 hours 5 minutes",
      "1 day",
      "3 days 4 hours",
      "30 days",
    ]);
  });

  it("says how often it looks, in minutes or in whole hours", () => {
    expect(leadWords(english.say, 5)).toContain(
      "every 5 minutes, so a change made outside the portal is heard within 5 minutes.",
    );
    expect(leadWords(english.say, 60)).toContain("every hour, so");
    expect(leadWords(english.say, 120)).toContain("every 2 hours, so");
  });

  it.each(languages())("says all of it in %s", (language) => {
    const words = wordsIn(language);
    const all = [
      ...[5, 60].map((interval) => leadWords(words.say, interval)),
      ...[1, 42, 60, 125, 1440, 4560].map((minutes) => lengthWords(words.say, minutes)),
      ...[COVERAGE, { ...COVERAGE, longest: null }, { ...COVERAGE, watched: null }].map((coverage) =>
        coverageWords(words, coverage),
      ),
    ];
    for (const text of all) expect(text).not.toMatch(/coverage\.|[{}]/);
  });

  it("says the whole picture in one sentence, and never calls the unknown watched", () => {
    expect(coverageWords(english, COVERAGE)).toBe(
      "Watched 99.9% of the time since 25 Oct 2026, 12:00, with 1 gap, the longest of 42 minutes.",
    );
    expect(coverageWords(english, { ...COVERAGE, watched: 1, longest: null, blindCount: 0, blind: [] })).toMatch(
      /100% .* gap\.$/,
    );
    expect(coverageWords(english, { ...COVERAGE, watched: null, slices: [] })).toBe(
      "The watch has never looked, so nothing is known.",
    );
  });

  it("paints a part of the time as watched only when all of it was", () => {
    expect([1, 0.9999, 0.0001, 0].map(sliceState)).toEqual(["watched", "partly", "partly", "blind"]);
  });
});
