import { describe, expect, it } from "vitest";
import { progressWords, ruleWords } from "@/components/review/review-words";
import { isWeaker, ruleLabel, ruleMeaning } from "@/components/settings/rule-words";

describe("the review in words", () => {
  it("counts what is confirmed in this period", () => {
    expect(progressWords({ total: 40, open: 28, periodLabel: "week of 23 November 2026" })).toBe(
      "12 of 40 confirmed for the week of 23 November 2026",
    );
  });

  it("says what happens to a site that nobody confirms", () => {
    expect(ruleWords("off")).toContain("stays public");
    expect(ruleWords("1")).toContain("for one reminder period becomes private");
    expect(ruleWords("3")).toContain("for 3 reminder periods in a row becomes private");
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
