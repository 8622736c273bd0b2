import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "@/emails/line";
import { MailTranslator } from "@/emails/mail-translator";
import { named, quoted } from "@/emails/named";
import { subjectOf } from "@/emails/subject";
import { languages } from "@/messages/catalogue";

const english = new MailTranslator("en");
const arabic = new MailTranslator("ar");
const about = (...names: string[]) => ({ total: names.length, sites: names.map((name) => ({ name })) });
const ofOne = (name: string, host: string, t = english) =>
  subjectOf("publicOutside.title", { about: about(name), host }, t);

/** What stands in quotes of ours. */
const unquoted = fc.string({ unit: "grapheme", maxLength: 120 }).filter((name) => !/["„“”«»]/.test(name));

describe("the subject", () => {
  it("names the first two sites and counts the others, or the first alone where two are too long", () => {
    const subject = (...names: string[]) =>
      subjectOf("baseline.title", { about: about(...names), host: "stats.example" }, english);
    expect(subject("A", "B")).toBe("Already public: “A” and “B” on stats.example");
    expect(subject("A", "B", "C", "D")).toBe("Already public: “A”, “B” and 2 more on stats.example");
    expect(subject("A".repeat(20), "B".repeat(20))).toBe(
      `Already public: “${"A".repeat(20)}” and 1 more on stats.example`,
    );
  });

  it("shortens the name of the site, never what happened", () => {
    const subject = ofOne("n".repeat(90), "stats.example");
    expect(subject).toMatch(/^Made public outside this app: “n{10,}…” on stats\.example$/);
    expect(subject).toHaveLength(78);
  });

  it("leaves the host whole while the name can give way, isolates counted", () => {
    const subject = ofOne("مكتبة ".repeat(15), "stats.example");
    expect(subject).toMatch(/^Made public outside this app: “\u2068.+…\u2069” on stats\.example$/);
    expect(subject).toHaveLength(78);
  });

  it("shortens a person's name after the site's", () => {
    const subject = subjectOf(
      "madePublic.title",
      { about: about("n".repeat(90)), who: "w".repeat(90), host: "stats.example" },
      english,
    );
    expect(subject).toMatch(/^Made public by w{11,}…: “n{11}…” on stats\.example$/);
    expect(subject).toHaveLength(78);
  });

  it("shortens a long host from its front, so that its own domain stays", () => {
    const host = `${"very-long.".repeat(20)}stats.example`;
    expect(subjectOf("madePublic.title", { about: { total: 2, sites: [] }, who: "anna", host }, english)).toMatch(
      /^Made public by anna: 2 sites on ….*stats\.example$/,
    );
  });

  it("sets name and host apart where the words around them go from right to left", () => {
    expect(ofOne("24h shop", "stats.example", arabic)).toBe(
      "نُشر من خارج هذا التطبيق: «\u206824h shop\u2069» على \u2068stats.example\u2069",
    );
    expect(ofOne("n".repeat(90), "stats.example", arabic)).toMatch(/«\u2068n+…\u2069» على \u2068stats\.example\u2069$/);
  });

  it("never cuts an emoji apart", () => {
    expect(ofOne("👩‍👩‍👧".repeat(30), "stats.example")).toMatch(/app: “(👩‍👩‍👧)+…” on/u);
  });

  it("puts no quotes around a name that has some", () => {
    expect(plain(quoted("“Nachtflug” Podcast", english))).toBe("“Nachtflug” Podcast");
    expect(plain(named(about('The "best" shop', "Café"), english))).toBe('The "best" shop and “Café”');
  });

  it.each(languages())("is at most 78 characters and keeps what happened, whatever name and host (%s)", (language) => {
    const t = new MailTranslator(language);
    const [before = "", between = ""] = ofOne("X", "Y", t).split(/\u2068?[XY]\u2069?/);
    fc.assert(
      fc.property(unquoted, fc.domain(), (name, host) => {
        const subject = ofOne(name, host, t);
        expect(subject.length).toBeLessThanOrEqual(78);
        expect(subject.startsWith(before)).toBe(true);
        expect(subject).toContain(between);
        expect(subject.isWellFormed()).toBe(true);
      }),
    );
  });
});
