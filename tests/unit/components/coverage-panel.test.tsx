import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { lengthLabel, percentLabel, sliceState } from "@/components/activity/coverage-labels";
import { CoveragePanel } from "@/components/activity/coverage-panel";
import type { Coverage } from "@/lib/reports/coverage/schema";
import { languages, messagesIn } from "@/messages/catalogue";
import { formatterOf, translatorOf } from "@/tests/support/translator-of";

const wordsIn = (language: string) => ({ t: translatorOf("activity", language), format: formatterOf(language) });
const english = wordsIn("en");

const GAP = { from: "2026-11-23T22:28:00.000Z", to: "2026-11-23T23:10:00.000Z", minutes: 42 };
const COVERAGE: Coverage = {
  ...{ from: "2026-10-25T12:00:00.000Z", to: "2026-11-24T12:00:00.000Z", interval: 5, watched: 0.99999, slices: [1] },
  ...{ checks: 8_000, failedChecks: 0, blind: [GAP], blindCount: 3, longest: GAP, lastCheckAt: null },
};

function panel(facts: Partial<Coverage>, language = "en"): string {
  const messages = messagesIn(language);
  return renderToStaticMarkup(
    <IntlProvider locale={messages.language.formats} timeZone="UTC" messages={messages}>
      <CoveragePanel coverage={{ ...COVERAGE, ...facts }} intl={wordsIn(language)} />
    </IntlProvider>,
  );
}

describe("coverage in words", () => {
  it("says 100 % only when there was no gap, and 0 % only when nothing was watched", () => {
    const { t, format } = english;
    expect([1, 0.99999, 0.9991, 0.5, 0.0001, 0].map((part) => percentLabel(t, format, part))).toEqual([
      "100%",
      "99.9%",
      "99.9%",
      "50%",
      "under 0.1%",
      "0%",
    ]);
  });

  it("says how long something was", () => {
    expect([1, 42, 60, 125, 1440, 1445, 4560, 43_200].map((minutes) => lengthLabel(english.format, minutes))).toEqual([
      "1 minute",
      "42 minutes",
      "1 hour",
      "2 hours 5 minutes",
      "1 day",
      "1 day",
      "3 days 4 hours",
      "30 days",
    ]);
  });

  it.each(languages())("says all of it in %s", (language) => {
    for (const facts of [{}, { longest: null, blind: [], blindCount: 0 }, { watched: null, failedChecks: 3 }]) {
      expect(panel(facts, language)).not.toMatch(/coverage\.|[{}]/);
    }
  });

  it("says how often it checks, how much was covered, and each gap", () => {
    const gap = panel({});
    expect(gap).toContain("Check interval: 5 minutes.");
    expect(panel({ interval: 120 })).toContain("Check interval: 2 hours.");
    expect(gap).toContain('aria-label="Covered: 99.9%"');
    expect(gap).toMatch(/23 Nov 2026, 22:28<\/time> to <time.*23:10<\/time>: 42 minutes/);
    expect(gap).toContain("Shorter gaps: 2");
    expect(panel({ blind: [{ ...GAP, to: null }] })).toMatch(/<details open="".*since <time/);
  });

  it("never calls the unknown covered", () => {
    const never = panel({ watched: null, slices: [], failedChecks: 3 });
    expect(never).toContain("Monitoring has never run");
    expect(never).toContain("Failed checks: 3");
    expect(never).not.toContain('role="img"');
  });

  it("paints a part of the time as covered only when all of it was", () => {
    expect([1, 0.9999, 0.0001, 0].map(sliceState)).toEqual(["full", "partly", "partly", "none"]);
  });
});
