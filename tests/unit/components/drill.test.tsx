import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { DrillHint } from "@/components/drill/drill-card";
import { DrillResults } from "@/components/drill/drill-results";
import { mayChange } from "@/components/drill/may-change";
import type { Drill, DrillMail, Drills } from "@/lib/domain/drill/schema";
import { drillStatuses } from "@/lib/domain/drill/terms";
import { type Language, languages, messagesIn } from "@/messages/catalogue";

const STARTED = "2026-11-12T09:30:00.000Z";
const daysLater = (days: number) => new Date(Date.parse(STARTED) + days * 24 * 3_600_000).toISOString();
/** a name that would turn round what follows it, were it not kept apart */
const NAME = "\u202eevil <b>";

function drawn(node: ReactNode, language: Language = "en"): string {
  const messages = messagesIn(language);
  return renderToStaticMarkup(
    <IntlProvider locale={messages.language.formats} timeZone="UTC" messages={messages}>
      {node}
    </IntlProvider>,
  );
}
const text = (html: string) => html.replaceAll(/<[^>]+>/g, "");

const COUNTS = { mails: 4, accepted: 4, delivered: 3, lost: 0, waiting: 0, unknown: 1 };
const mailOf = (standing: DrillMail["standing"], via: string | null = "resend"): DrillMail => ({
  ...{ address: `${standing}@people.example`, logins: standing === "waiting" ? [] : [NAME], standing, via },
  ...{ queuedAt: STARTED, acceptedAt: standing === "waiting" ? null : STARTED, endedAt: STARTED, problem: NAME },
});
const drillOf = (changes: Partial<Drill> = {}): Drill => ({
  ...{ seq: 1, startedAt: STARTED, by: NAME, site: { id: 1, name: NAME }, withoutMail: [NAME] },
  ...{ mails: drillStatuses.map((standing) => mailOf(standing)), counts: COUNTS },
  ...changes,
});
const read = (drills: Drill[], changes: Partial<Drills> = {}): Drills => ({
  ...{ drills, feedback: "webhook", asOf: STARTED },
  ...changes,
});
const said = (drills: Drills) => text(drawn(<DrillResults drills={drills} isLive />));

describe.each(languages())("a drill in %s", (language) => {
  it("says every sentence, and keeps names from outside apart from it", () => {
    for (const feedback of ["webhook", "none"] as const) {
      const drills = [drillOf(), drillOf({ seq: 2, by: null, site: null, counts: { ...COUNTS, lost: 2, waiting: 1 } })];
      const html = drawn(<DrillResults drills={read(drills, { feedback })} isLive />, language);
      expect(html).not.toMatch(/drill\.[a-z]/);
      for (const [index] of html.matchAll(/.{5}\u202eevil/g)) expect(index).toMatch(/<bdi>\u202eevil$/);
    }
  });
});

describe("the last drill", () => {
  it("is told in one line: how many were accepted and delivered, and of how many nothing is known", () => {
    expect(said(read([drillOf()]))).toContain("4 of 4 accepted, 3 delivered, 1 unknown");
  });

  it("says of what was accepted that it is not known whether it arrived, and why", () => {
    const accepted = (via: string) => read([drillOf({ mails: [mailOf("accepted", via)] })], { feedback: "none" });
    expect(said(accepted("smtp"))).toContain("Unknown whether it arrived: nothing reports delivery.");
    expect(said(accepted("mailbox"))).toContain("Kept in this app’s mailbox.");
    expect(said(read([drillOf({ mails: [mailOf("accepted")] })]))).toContain("No report from the provider yet.");
  });

  it("names those to whom nothing could be sent, and counts those who are not listed", () => {
    expect(said(read([drillOf()]))).toContain("no usable address in Matomo");
    expect(said(read([drillOf({ counts: { ...COUNTS, mails: 9 } })]))).toContain("5 more:");
  });
});

describe("that a drill is due", () => {
  const hint = (newest: string | undefined, asOf: string) => text(drawn(<DrillHint newest={newest} asOf={asOf} />));

  it("is said while there was none, and when the last one is more than 90 days ago", () => {
    expect(hint(undefined, STARTED)).toContain("No test alert was sent yet");
    expect(hint(STARTED, daysLater(90))).toBe("");
    expect(hint(STARTED, daysLater(90.01))).toContain("over 90 days old");
  });
});

describe("whether it is read again", () => {
  const counts = (changes: Partial<Drill["counts"]>) => drillOf({ counts: { ...COUNTS, unknown: 0, ...changes } });

  it("depends on whether more may become known soon", () => {
    const now = { feedback: "webhook", asOf: STARTED } as const;
    expect(mayChange(undefined, now)).toBe(false);
    expect(mayChange(counts({}), now)).toBe(false);
    expect(mayChange(counts({ waiting: 1 }), { ...now, feedback: "none" })).toBe(true);
    expect(mayChange(counts({ unknown: 1 }), now)).toBe(true);
    expect(mayChange(counts({ unknown: 1 }), { ...now, feedback: "none" })).toBe(false);
    expect(mayChange(counts({ waiting: 1 }), { ...now, asOf: daysLater(1) })).toBe(false);
  });
});
