import { describe, expect, it } from "vitest";
import { progressWords, ruleWords, siteWords } from "@/components/review/review-words";
import { isWeaker, ruleLabel, ruleMeaning } from "@/components/settings/rule-words";
import { formatterOf, wordsOf } from "@/tests/support/words-of";

const say = wordsOf("review");

describe("the review in words", () => {
  it("counts what is confirmed in this week or month", () => {
    const counts = { total: 4_000, open: 28 };
    expect(progressWords(say, formatterOf(), { ...counts, periodLabel: "2026-11-23" })).toBe(
      "3,972 of 4,000 confirmed for the week of 23 November 2026",
    );
    expect(progressWords(say, formatterOf(), { ...counts, periodLabel: "2026-11" })).toBe(
      "3,972 of 4,000 confirmed for November 2026",
    );
    expect(progressWords(wordsOf("review", "de"), formatterOf("de"), { ...counts, periodLabel: "2026-11-23" })).toBe(
      "3.972 von 4.000 bestätigt für die Woche ab 23. November 2026",
    );
  });

  it("says what happens to a site that nobody confirms", () => {
    expect(ruleWords(say, "off")).toContain("stays public");
    expect(ruleWords(say, "1")).toContain("for one reminder period becomes private");
    expect(ruleWords(say, "3")).toContain("for 3 reminder periods in a row becomes private");
  });

  it("names a site even where Matomo has no name for it", () => {
    expect([siteWords(say, { id: 12, name: "" }), siteWords(say, { id: 12, name: "Shop" })]).toEqual([
      "site 12",
      "Shop",
    ]);
  });
});

describe("the rule for sites that nobody confirms", () => {
  it("is weaker the longer it waits, and weakest when off: that takes a fresh proof", () => {
    expect([isWeaker("off", "12"), isWeaker("12", "6"), isWeaker("2", "1")]).toEqual([true, true, true]);
    expect([isWeaker("12", "off"), isWeaker("1", "2"), isWeaker("3", "3"), isWeaker("off", "off")]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("speaks of weeks or months as the reminders do, and of the mails before", () => {
    expect([ruleLabel("off", "weekly"), ruleLabel("1", "weekly"), ruleLabel("3", "monthly")]).toEqual([
      "Never: they stay public",
      "After 1 week",
      "After 3 months",
    ]);
    expect(ruleMeaning("2", "weekly")).toContain("mail 2 days and 1 day before");
    expect(ruleMeaning("2", "monthly")).toContain("mail 7 days and 1 day before");
    expect(ruleMeaning("off", "weekly")).toContain("nothing becomes private by itself");
  });
});
