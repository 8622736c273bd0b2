import { describe, expect, it } from "vitest";
import { progressLabel, ruleLabel, siteLabel } from "@/components/review/review-labels";
import { formatterOf, translatorOf } from "@/tests/support/translator-of";

const t = translatorOf("review");

describe("the review in words", () => {
  it("counts what is confirmed in this week or month", () => {
    const counts = { total: 4_000, open: 28, confirmed: 3_972 };
    expect(progressLabel(t, formatterOf(), { ...counts, periodLabel: "2026-11-23" })).toBe(
      "3,972 of 4,000 confirmed for the week of 23 November 2026",
    );
    expect(progressLabel(t, formatterOf(), { ...counts, periodLabel: "2026-11" })).toBe(
      "3,972 of 4,000 confirmed for November 2026",
    );
    expect(
      progressLabel(translatorOf("review", "de"), formatterOf("de"), { ...counts, periodLabel: "2026-11-23" }),
    ).toBe("3.972 von 4.000 bestätigt für die Woche ab 23. November 2026");
  });

  it("counts what is new apart: nobody confirmed it", () => {
    const counts = { total: 5, open: 3, confirmed: 1, periodLabel: "2026-11-23" };
    expect(progressLabel(t, formatterOf(), counts)).toBe(
      "1 of 5 confirmed for the week of 23 November 2026. 1 is new.",
    );
  });

  it("says what happens to a site that nobody confirms", () => {
    expect(ruleLabel(t, "off")).toContain("stays public");
    expect(ruleLabel(t, "1")).toContain("for one reminder period becomes private");
    expect(ruleLabel(t, "3")).toContain("for 3 reminder periods in a row becomes private");
  });

  it("names a site even where Matomo has no name for it", () => {
    expect([siteLabel(t, { id: 12, name: "" }), siteLabel(t, { id: 12, name: "Shop" })]).toEqual(["site 12", "Shop"]);
  });
});
