import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countSites, fitSubject, subjectOf } from "@/emails/subject";

const say = (what: string, host: string) => `Made public outside the portal: ${what} on ${host}`;

describe("the subject", () => {
  it("shortens the name of the site, never what happened", () => {
    const subject = subjectOf({ total: 1, sites: [{ name: "n".repeat(90) }], host: "stats.example" }, say);
    expect(subject).toMatch(/^Made public outside the portal: "n{10,}…" on stats\.example$/);
    expect(subject).toHaveLength(78);
  });

  it("leaves the host whole while the name can give way, isolates counted", () => {
    const subject = subjectOf({ total: 1, sites: [{ name: "مكتبة ".repeat(15) }], host: "stats.example" }, say);
    expect(subject).toMatch(/^Made public outside the portal: "\u2068.+…\u2069" on stats\.example$/);
  });

  it("shortens a long host from its front, so that its own domain stays", () => {
    const host = `${"very-long.".repeat(20)}stats.example`;
    expect(subjectOf({ total: 2, sites: [], host }, say)).toMatch(
      /^Made public outside the portal: 2 sites on ….*stats\.example$/,
    );
  });

  it("never cuts an emoji apart", () => {
    const subject = fitSubject(say, "👩‍👩‍👧".repeat(30), "stats.example");
    expect(subject).toMatch(/"(👩‍👩‍👧)+…"/u);
  });

  it("is at most 78 characters and keeps what happened, whatever name and host", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.domain(), (name, host) => {
        const subject = subjectOf({ total: 1, sites: [{ name }], host }, say);
        expect(subject.length).toBeLessThanOrEqual(78);
        expect(subject).toMatch(/^Made public outside the portal: "/);
        expect(subject).toContain('" on ');
        expect(subject.isWellFormed()).toBe(true);
      }),
    );
  });

  it("counts one site as a site", () => {
    expect([countSites(1), countSites(2), countSites(1000)]).toEqual(["1 site", "2 sites", "1000 sites"]);
  });
});
