import { describe, expect, it } from "vitest";
import type { PersonThere, Traces } from "@/emails/facts";
import type { Letter } from "@/emails/letter";
import { plain } from "@/emails/line";
import { Say } from "@/emails/say";
import { tracesBlocks } from "@/emails/traces";
import { languages, messagesIn } from "@/messages/catalogue";

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

/** The sentences of the two lists, one below the other. */
function said(facts: Traces, language = "en", total = 3): string[] {
  const blocks: Letter["blocks"] = tracesBlocks(
    facts,
    { total, link: "https://portal.example/activity" },
    new Say(language),
  );
  return blocks.flatMap((block) => (block.type === "list" ? [block.title, ...block.items.map(plain)] : []));
}

describe("what a mail says of who was active around a change", () => {
  it.each<[string, Partial<PersonThere>, string[]]>([
    ["pages", { was: "active", pages: { was: "active" } }, ["anna (Super User) used Matomo’s pages in this time."]],
    [
      "a token",
      { was: "active", tokens: [token("active", "CI")] },
      ["anna (Super User): token “CI” was used in this time."],
    ],
    [
      "both",
      { was: "active", pages: { was: "possible" }, tokens: [token("active", "CI")] },
      [
        "anna (Super User) may have used Matomo’s pages in this time. Matomo keeps only the latest use: shortly before it, or afterwards.",
        "anna (Super User): token “CI” was used in this time.",
      ],
    ],
    [
      "more tokens than are named",
      { was: "active", tokens: [token("active", "a")], moreTokens: 4 },
      ["anna (Super User): token “a” was used in this time.", "anna: 4 more of this person’s tokens."],
    ],
    ["nothing", {}, ["anna (Super User) was not active, as far as Matomo recorded."]],
    ["what cannot be read", { was: "unknown" }, ["anna (Super User): activity unknown."]],
    [
      "an admin of some sites",
      { right: "admin", sites: 2 },
      ["anna (admin on 2 of 3) was not active, as far as Matomo recorded."],
    ],
    ["an admin of all", { right: "admin" }, ["anna (admin) was not active, as far as Matomo recorded."]],
  ])("of somebody with %s", (_what, person, sentences) => {
    const all = said(traces([{ ...nobody, ...person }]));
    expect(all.slice(1, 1 + sentences.length)).toEqual(sentences);
    expect(all[1 + sentences.length]).toBe("What this does not show");
  });

  it("counts those it does not name", () => {
    const counts = { active: 2, possible: 1, unknown: 0, absent: 97 };
    expect(said(traces([nobody], { counts }))).toContain(
      "In all: 2 active, 1 possibly active, 97 not active, 0 unknown.",
    );
  });

  it("says what cannot be known, and calls nobody innocent where nothing could be read", () => {
    const unread = said(traces([{ ...nobody, was: "unknown" }], { pages: false, tokens: false, activityLog: true }));
    expect(unread.filter((sentence) => /unknown|Activity Log/.test(sentence))).toHaveLength(4);
    expect(unread.join()).not.toContain("not active,");
    expect(said({ from: at, to: at, found: null })).toEqual([
      "People who could have made this change",
      "Unknown: Matomo’s tables could not be read for this.",
    ]);
    expect(said(traces([]))).toContain("Nobody has the right to, according to Matomo’s tables.");
  });

  it.each(languages())("in %s has a sentence for everything, on pages and in mails the same", (language) => {
    const { mails, activity } = messagesIn(language);
    const { previous: _previous, firstMissing: _first, title: _title, notShown: _notShown, ...same } = mails.traces;
    expect(JSON.parse(JSON.stringify(activity.traces).replaceAll(/<\/?name>/g, ""))).toEqual(same);
    for (const was of ["active", "possible"] as const) {
      const person = { ...nobody, was, pages: { was }, tokens: [token(was, "CI")], moreTokens: 1 };
      expect(said(traces([person]), language)).toHaveLength(1 + 3 + 1 + 3);
    }
  });

  it("accuses nobody: could have, was active, never did", () => {
    const words = JSON.stringify(messagesIn("en").mails.traces);
    expect(words).not.toMatch(/\bdid\b|culprit|suspect|guilty|responsible|by whom/i);
    expect(words).toContain("does not mean having made this change");
  });
});
