import { describe, expect, it } from "vitest";
import { progressLabel } from "@/components/review/review-progress";
import { formatterOf, translatorOf } from "@/tests/support/translator-of";

const t = translatorOf("review");

describe("the review in words", () => {
  it("counts what is kept in this week or month", () => {
    const counts = { total: 4_000, open: 28, confirmed: 3_972 };
    expect(progressLabel(t, formatterOf(), { ...counts, periodLabel: "2026-11-23" })).toBe(
      "3,972 of 4,000 kept for the week of 23 November 2026",
    );
    expect(progressLabel(t, formatterOf(), { ...counts, periodLabel: "2026-11" })).toBe(
      "3,972 of 4,000 kept for November 2026",
    );
    expect(
      progressLabel(translatorOf("review", "de"), formatterOf("de"), { ...counts, periodLabel: "2026-11-23" }),
    ).toBe("3.972 von 4.000 behalten, Woche ab 23. November 2026");
  });

  it("counts what is new apart: nobody kept it", () => {
    const counts = { total: 5, open: 3, confirmed: 1, periodLabel: "2026-11-23" };
    expect(progressLabel(t, formatterOf(), counts)).toBe("1 of 5 kept for the week of 23 November 2026 · 1 new");
  });
});
