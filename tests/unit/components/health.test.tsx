import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { countVerdicts, HealthReport, HealthSummary } from "@/components/health/health-report";
import { CoreGapCard } from "@/components/settings/core-gap-card";
import { coreGapOf } from "@/lib/reports/core-gap/policy";
import { protections } from "@/lib/reports/core-gap/schema";
import type { Line, SaidSection, Verdict } from "@/lib/reports/doctor/schema";
import { sectionsInWords } from "@/lib/reports/doctor/words";
import { languages, messagesIn } from "@/messages/catalogue";
import { translatorOf } from "@/tests/support/translator-of";

const text = (node: ReactNode) => renderToStaticMarkup(node).replaceAll(/<[^>]+>/g, " ");
const { verdict: WORDS } = messagesIn("en").doctor;

const aLine = (verdict: Verdict, line: Partial<Line> = {}): Line => ({
  ...{ check: "database", code: "ok", args: {} },
  ...line,
  verdict,
});

function said(lines: Line[]): SaidSection {
  const [section] = sectionsInWords([{ group: "database", lines }], "en");
  return section ?? expect.fail("no section");
}

const SAY = {
  verdicts: WORDS,
  passed: (count: number) => `Passed: ${count}`,
  todo: "For operators",
  variable: "A variable",
};

function drawn(...sections: SaidSection[]): string {
  return renderToStaticMarkup(<HealthReport sections={sections} words={SAY} />);
}

describe("what was checked", () => {
  it("begins with what is amiss, the worst first, each verdict in a word, and folds what passed into one line", () => {
    const html = drawn(said([aLine("good"), aLine("warning")]), said([aLine("bad"), aLine("unknown"), aLine("good")]));
    const [before = "", passed = ""] = html.split("<details><summary");
    expect([...before.matchAll(/<\/svg>(\w+)</g)].map(([, word]) => word)).toEqual(["bad", "unknown", "warning"]);
    expect(passed).toContain("Passed: 2");
    expect(passed.match(/>OK</g)).toHaveLength(2);
  });

  it("names a variable of the server only where operators unfold it", () => {
    const problem = { name: "PORT", problem: "PORT is wrong" };
    const html = drawn(said([aLine("bad", { check: "setting", code: "settingBad", args: problem })]));
    const [before = "", details = ""] = html.split("<details");
    expect(before).toContain("A variable");
    expect(before).not.toContain("PORT");
    expect(details).toContain("PORT is wrong");
  });
});

describe("at a glance", () => {
  it("says how many of each verdict there are, the worst first, and nothing of which there is none", () => {
    const counts = countVerdicts([said([aLine("good"), aLine("warning"), aLine("unknown"), aLine("good")])]);
    expect(counts).toEqual({ good: 2, warning: 1, unknown: 1, bad: 0 });
    const html = text(<HealthSummary label="l" counts={counts} t={(verdict, count) => `${count} ${verdict}`} />);
    expect(html.trim()).toBe("1 unknown · 1 warning · 2 good");
  });
});

describe.each(languages())("what a Super User reads of a problem, in %s", (language) => {
  const { what, is } = messagesIn(language).doctor;

  it("names no variable: those are for operators", () => {
    // A variable of which this is all that there is to say, and what only `bin/public-access doctor` prints.
    const own = ["setting", "settingSet", "settingUnset", "settingBad", "retentionSet", "testNotSent"];
    const named = Object.entries({ ...what, ...is }).filter(
      ([key, words]) => !own.includes(key) && /[A-Z]{2,}_[A-Z]{2,}|npm run/.test(words),
    );
    expect(named).toEqual([]);
  });
});

describe.each(languages())("Matomo's own protections, in %s", (language) => {
  const t = translatorOf("coreGap", language);

  it("are each named with whether this version has it and what it leaves open", () => {
    const card = <CoreGapCard gap={coreGapOf("5.1.2")} t={t} />;
    const standings = [...renderToStaticMarkup(card).matchAll(/<\/svg>([^<]+)</g)].map(([, word]) => word);
    expect(standings).toEqual([...Array(2).fill(t("standing.has")), ...Array(5).fill(t("standing.lacks"))]);
    const html = text(card);
    expect(html).toContain("5.1.2");
    for (const protection of protections) expect(html).toContain(t(`open.${protection}`));
    expect(html).not.toMatch(/[{}]/);
  });

  it("are unknown where the version is unknown", () => {
    const html = text(<CoreGapCard gap={coreGapOf("<b>")} t={t} />);
    expect(html).toContain(t("noVersion"));
    expect(html.split(t("standing.unknown"))).toHaveLength(8);
    expect(html).not.toContain("<b>");
  });
});
