import { describe, expect, it } from "vitest";
import BlockChanged, { blockChangedLetter } from "@/emails/block-changed";
import MadePrivate, { madePrivateLetter } from "@/emails/made-private";
import { MailTranslator } from "@/emails/mail-translator";

const LETTERS = {
  "block-changed": (stillPublic?: Still) => blockChangedLetter({ ...BlockChanged.PreviewProps, stillPublic }, t),
  "made-private": (stillPublic?: Still) => madePrivateLetter({ ...MadePrivate.PreviewProps, stillPublic }, t),
};
type Still = { count: number; everySite: boolean };
const t = new MailTranslator("en");
/** What would be untrue while anyone can still read them. */
const UNTRUE = /no longer read|require a login|are private|is private|private now|stay private/;

describe.each(Object.entries(LETTERS))("the mail %s", (_, letter) => {
  it("says first that every site stays public, why, and what undoes it in Matomo", () => {
    const { subject, tone, headline, lead, notes } = letter({ count: 1_026, everySite: true });
    expect([subject, tone]).toEqual(["Still public: every site on stats.example", "outside"]);
    expect(headline).toEqual(["Still public: every site"]);
    expect(JSON.stringify(lead[0])).toContain("anyone can read and change everything");
    expect(JSON.stringify(notes)).toContain("UPDATE matomo_user SET superuser_access = 0");
    expect(JSON.stringify([lead, notes])).not.toMatch(UNTRUE);
  });

  it("says of what the external check saw that it stays public", () => {
    const { subject, lead, notes } = letter({ count: 2, everySite: false });
    expect(subject).toBe("Still public: 2 sites on stats.example");
    expect(JSON.stringify(notes)).not.toContain("superuser_access");
    expect(JSON.stringify([lead, notes])).not.toMatch(UNTRUE);
  });

  it("is as ever where nothing stays public", () => {
    expect(letter().subject).not.toMatch(/still public/i);
    expect(JSON.stringify(letter())).not.toContain("superuser_access");
  });
});
