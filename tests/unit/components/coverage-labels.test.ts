import { describe, expect, it } from "vitest";
import { coverageLabel, leadLabel, lengthLabel, percentLabel, sliceState } from "@/components/activity/coverage-labels";
import type { Coverage } from "@/lib/reports/coverage/schema";
import { languages } from "@/messages/catalogue";
import { formatterOf, translatorOf } from "@/tests/support/translator-of";

const wordsIn = (language: string) => ({ t: translatorOf("activity", language), format: formatterOf(language) });
const english = wordsIn("en");

const GAP = { from: "2026-11-23T22:28:00.000Z", to: "2026-11-23T23:10:00.000Z", minutes: 42 };
const COVERAGE: Coverage = {
  ...{ from: "2026-10-25T12:00:00.000Z", to: "2026-11-24T12:00:00.000Z", interval: 5, watched: 0.99999, slices: [1] },
  ...{ checks: 8_000, failedChecks: 0, blind: [GAP], blindCount: 1, longest: GAP, lastCheckAt: null },
};

describe("coverage in words", () => {
  it("says 100 % only when there was no gap, and 0 % only when nothing was watched", () => {
    expect([1, 0.99999, 0.9991, 0.5, 0.0001, 0].map((part) => percentLabel(english, part))).toEqual([
      "100%",
      "99.9%",
      "99.9%",
      "50%",
      "under 0.1%",
      "0%",
    ]);
  });

  it("says how long something was", () => {
    expect([1, 42, 60, 125, 1440, 4560, 43_200].map((minutes) => lengthLabel(english.t, minutes))).toEqual([
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
    expect(leadLabel(english.t, 5)).toContain(
      "every 5 minutes, so a change made outside the portal is heard within 5 minutes.",
    );
    expect(leadLabel(english.t, 60)).toContain("every hour, so");
    expect(leadLabel(english.t, 120)).toContain("every 2 hours, so");
  });

  it.each(languages())("says all of it in %s", (language) => {
    const words = wordsIn(language);
    const all = [
      ...[5, 60].map((interval) => leadLabel(words.t, interval)),
      ...[1, 42, 60, 125, 1440, 4560].map((minutes) => lengthLabel(words.t, minutes)),
      ...[COVERAGE, { ...COVERAGE, longest: null }, { ...COVERAGE, watched: null }].map((coverage) =>
        coverageLabel(words, coverage),
      ),
    ];
    for (const text of all) expect(text).not.toMatch(/coverage\.|[{}]/);
  });

  it("says the whole picture in one sentence, and never calls the unknown watched", () => {
    expect(coverageLabel(english, COVERAGE)).toBe(
      "Watched 99.9% of the time since 25 Oct 2026, 12:00, with 1 gap, the longest of 42 minutes.",
    );
    expect(coverageLabel(english, { ...COVERAGE, watched: 1, longest: null, blindCount: 0, blind: [] })).toMatch(
      /100% .* gap\.$/,
    );
    expect(coverageLabel(english, { ...COVERAGE, watched: null, slices: [] })).toBe(
      "The watch has never looked, so nothing is known.",
    );
  });

  it("paints a part of the time as watched only when all of it was", () => {
    expect([1, 0.9999, 0.0001, 0].map(sliceState)).toEqual(["watched", "partly", "partly", "blind"]);
  });
});
