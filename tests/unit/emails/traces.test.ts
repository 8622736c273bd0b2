import { describe, expect, it } from "vitest";
import type { PersonThere, Traces } from "@/emails/facts";
import { plain } from "@/emails/line";
import { MailTranslator } from "@/emails/mail-translator";
import { tracesRows } from "@/emails/traces";
import { languages, messagesIn } from "@/messages/catalogue";

const LIMITS = "Activity is no proof; SQL and plugins leave no trace.";
const at = { utc: "2026-11-25 03:10 UTC", local: "2026-11-25 04:10 (Europe/Berlin)" };
const nobody: PersonThere = {
  login: "anna",
  right: "super-user",
  sites: 3,
  was: "absent",
  pages: null,
  tokens: [],
  moreTokens: 0,
};
const token = (was: "active" | "possible", description: string) => ({ was, description });

function traces(people: PersonThere[], more: Partial<NonNullable<Traces["found"]>> = {}): Traces {
  const counts = { active: 0, possible: 0, unknown: 0, absent: 0 };
  for (const { was } of people) counts[was]++;
  return { from: at, to: at, found: { pages: true, tokens: true, activityLog: false, counts, people, ...more } };
}

/** The sentences of the row. */
function said(facts: Traces, language = "en", total = 3): string[] {
  const rows = tracesRows(facts, { total, link: "https://portal.example/activity" }, new MailTranslator(language));
  return rows.flatMap(({ lines }) => lines.map(plain));
}

describe("what a mail says of who was active around a change", () => {
  it.each<[string, Partial<PersonThere>, string]>([
    ["pages", { was: "active", pages: { was: "active" } }, "anna (Super User): used pages"],
    ["a token", { was: "active", tokens: [token("active", "CI")] }, "anna (Super User): used token “CI”"],
    [
      "both",
      { was: "active", pages: { was: "possible" }, tokens: [token("active", "CI")] },
      "anna (Super User): used token “CI”, perhaps used pages",
    ],
    [
      "more tokens than are named",
      { was: "active", tokens: [token("active", "a")], moreTokens: 4 },
      "anna (Super User): used token “a”, more tokens: 4",
    ],
    ["nothing", {}, "anna (Super User): no recorded activity"],
    ["what cannot be read", { was: "unknown" }, "anna (Super User): activity unknown"],
    ["an admin of some sites", { right: "admin", sites: 2 }, "anna (admin on 2 of 3): no recorded activity"],
    ["an admin of all", { right: "admin" }, "anna (admin): no recorded activity"],
  ])("of somebody with %s", (_what, person, sentence) => {
    expect(said(traces([{ ...nobody, ...person }]))).toEqual([sentence, LIMITS]);
  });

  it("counts those it does not name", () => {
    const counts = { active: 2, possible: 1, unknown: 0, absent: 97 };
    expect(said(traces([nobody], { counts }))).toContain("In all: 2 active, 1 perhaps, 97 not, 0 unknown.");
  });

  it("says what cannot be known, and calls nobody innocent where nothing could be read", () => {
    const unread = said(traces([{ ...nobody, was: "unknown" }], { pages: false, tokens: false, activityLog: true }));
    expect(unread.filter((sentence) => /unknown|Activity Log/.test(sentence))).toHaveLength(4);
    expect(unread.join()).not.toContain("no recorded activity");
    expect(said({ from: at, to: at, found: null })).toEqual(["Unknown: Matomo’s tables could not be read."]);
    expect(said(traces([]))).toContain("Nobody has the right, according to Matomo’s tables.");
  });

  it.each(languages())("in %s has words for everything", (language) => {
    for (const was of ["active", "possible"] as const) {
      const person = { ...nobody, was, pages: { was }, tokens: [token(was, "CI")], moreTokens: 1 };
      const [line = "", ...limits] = said(traces([person]), language);
      expect(line).toContain("CI");
      expect(limits).toHaveLength(1);
    }
  });

  it("accuses nobody: could have, was active, never did", () => {
    const words = JSON.stringify(messagesIn("en").mails.traces);
    expect(words).not.toMatch(/\bdid(?! it\.)\b|culprit|suspect|guilty|responsible|by whom/i);
    expect(words).toContain("Activity is no proof");
  });
});
