import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Say } from "@/emails/say";
import { fitSubject, subjectOf } from "@/emails/subject";
import { languages } from "@/messages/catalogue";

const english = new Say("en");
const arabic = new Say("ar");
const ofOne = (name: string, host: string, say = english) =>
  subjectOf({ total: 1, sites: [{ name }], host }, "madePublic.subject", say);

describe("the subject", () => {
  it("shortens the name of the site, never what happened", () => {
    const subject = ofOne("n".repeat(90), "stats.example");
    expect(subject).toMatch(/^Made public: "n{10,}…" on stats\.example$/);
    expect(subject).toHaveLength(78);
  });

  it("leaves the host whole while the name can give way, isolates counted", () => {
    const subject = ofOne("مكتبة ".repeat(15), "stats.example");
    expect(subject).toMatch(/^Made public: "\u2068.+…\u2069" on stats\.example$/);
    expect(subject).toHaveLength(78);
  });

  it("shortens a long host from its front, so that its own domain stays", () => {
    const host = `${"very-long.".repeat(20)}stats.example`;
    expect(subjectOf({ total: 2, sites: [], host }, "madePublic.subject", english)).toMatch(
      /^Made public: 2 sites on ….*stats\.example$/,
    );
  });

  it("sets name and host apart where the words around them go from right to left", () => {
    expect(ofOne("24h shop", "stats.example", arabic)).toBe(
      "جُعل عامًا: «\u206824h shop\u2069» على \u2068stats.example\u2069",
    );
    expect(ofOne("n".repeat(90), "stats.example", arabic)).toMatch(/«\u2068n+…\u2069» على \u2068stats\.example\u2069$/);
  });

  it("never cuts an emoji apart", () => {
    const subject = fitSubject((name, host) => `By ${name} on ${host}`, "👩‍👩‍👧".repeat(30), "stats.example", english);
    expect(subject).toMatch(/^By "(👩‍👩‍👧)+…" on/u);
  });

  it.each(languages())("is at most 78 characters and keeps what happened, whatever name and host (%s)", (language) => {
    const say = new Say(language);
    const [before = "", between = ""] = ofOne("X", "Y", say).split(/\u2068?[XY]\u2069?/);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.domain(), (name, host) => {
        const subject = ofOne(name, host, say);
        expect(subject.length).toBeLessThanOrEqual(78);
        expect(subject.startsWith(before)).toBe(true);
        expect(subject).toContain(between);
        expect(subject.isWellFormed()).toBe(true);
      }),
    );
  });
});
