import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HealthSection } from "@/components/health/health-section";
import { countVerdicts, HealthSummary, worstIn } from "@/components/health/health-summary";
import { CoreGapCard } from "@/components/settings/core-gap-card";
import { coreGapOf } from "@/lib/reports/core-gap/policy";
import type { Line, SaidSection, Verdict } from "@/lib/reports/doctor/schema";
import { sectionsInWords } from "@/lib/reports/doctor/words";
import { languages, messagesIn } from "@/messages/catalogue";
import { wordsOf } from "@/tests/support/words-of";

const text = (node: ReactNode) => renderToStaticMarkup(node).replaceAll(/<[^>]+>/g, " ");
const { verdict: WORDS } = messagesIn("en").doctor;

const aLine = (verdict: Verdict, line: Partial<Line> = {}): Line => ({
  ...{ check: "database", code: "databaseReached", args: {} },
  ...line,
  verdict,
});

function said(lines: Line[]): SaidSection {
  const [section] = sectionsInWords([{ group: "database", lines }], "en");
  return section ?? expect.fail("no section");
}

function drawn(lines: Line[]): string {
  const folded = (count: number) => `Folded: ${count}`;
  return renderToStaticMarkup(<HealthSection section={said(lines)} words={WORDS} goodSettings={folded} />);
}

describe("a part of what was looked at", () => {
  it("says each verdict in a word, the worst first", () => {
    const html = drawn([aLine("good"), aLine("warning"), aLine("bad"), aLine("unknown")]);
    const order = [...html.matchAll(/<\/svg>(\w+)</g)].map(([, word]) => word);
    expect(order).toEqual(["bad", "unknown", "warning", "good"]);
  });

  it("folds the settings away that are as they should be, and no other", () => {
    const html = drawn([
      aLine("good", { check: "setting", code: "settingSet", args: { name: "CRON" } }),
      aLine("bad", { check: "setting", code: "settingBad", args: { name: "PORT", problem: "PORT is wrong" } }),
      aLine("good"),
    ]);
    const [before = "", details = ""] = html.split("<details");
    expect(before).toContain("PORT is wrong");
    expect(before).toContain("Answers.");
    expect(details).toContain("Folded: 1");
    expect(details).toContain("CRON");
  });
});

describe("at a glance", () => {
  it("the worst decides, and unknown is worse than a warning", () => {
    const counts = countVerdicts([said([aLine("good"), aLine("warning"), aLine("unknown"), aLine("good")])]);
    expect(counts).toEqual({ good: 2, warning: 1, unknown: 1, bad: 0 });
    expect(worstIn(counts)).toBe("unknown");
    expect(worstIn({ ...counts, bad: 1 })).toBe("bad");
    expect(worstIn({ good: 3, warning: 0, unknown: 0, bad: 0 })).toBe("good");
  });

  it("says what it does not count", () => {
    const html = text(<HealthSummary label="l" worst="bad" headline="Head" counts="Counts" notCounted="Not counted" />);
    for (const words of ["Head", "Counts", "Not counted"]) expect(html).toContain(words);
  });
});

describe.each(languages())("what Matomo does by itself, in %s", (language) => {
  const say = wordsOf("coreGap", language);

  it("is told for each protection, with what it leaves open and what the portal does", () => {
    const card = <CoreGapCard gap={coreGapOf("5.1.2")} say={say} />;
    const standings = [...renderToStaticMarkup(card).matchAll(/<\/svg>([^<]+)</g)].map(([, word]) => word);
    expect(standings).toEqual([...Array(2).fill(say("standing.has")), ...Array(5).fill(say("standing.lacks"))]);
    const html = text(card);
    expect(html).toContain("5.1.2");
    expect(html.split(say("portal"))).toHaveLength(8);
    expect(html).not.toMatch(/[{}]/);
  });

  it("is not known where the version is not known", () => {
    const html = text(<CoreGapCard gap={coreGapOf("<b>")} say={say} />);
    expect(html).toContain(say("noVersion"));
    expect(html.split(say("standing.unknown"))).toHaveLength(8);
    expect(html).not.toContain("<b>");
  });
});
