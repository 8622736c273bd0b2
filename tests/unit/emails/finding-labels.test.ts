import { describe, expect, it } from "vitest";
import { findingLetter } from "@/emails/finding";
import { findingName, isUrgent } from "@/emails/finding-labels";
import { plain } from "@/emails/line";
import { MailTranslator } from "@/emails/mail-translator";
import { FINDING_SEVERITY, type FindingKind, findingKinds } from "@/lib/ledger/facts/finding-terms";
import { languages } from "@/messages/catalogue";
import { finding } from "@/tests/unit/mail/facts";

const PHASES = ["found", "worse", "mended"] as const;

describe.each(languages())("the words of a finding in %s", (lang) => {
  const t = new MailTranslator(lang);
  const meaning = (kind: FindingKind) => plain(t.finding(kind, "meaning"));
  const remedy = (kind: FindingKind) => plain(t.finding(kind, "remedy"));

  it("differ for each kind and phase: subject, headline, name, meaning, what to do", () => {
    const letters = findingKinds.flatMap((kind) => PHASES.map((phase) => findingLetter(finding(kind, phase), t)));
    for (const texts of [
      letters.map(({ subject }) => subject),
      letters.map(({ headline }) => plain(headline)),
      findingKinds.map((kind) => findingName(kind, t)),
      findingKinds.map(meaning),
      findingKinds.map(remedy),
    ]) {
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    }
  });

  it("say of each what it means and what to do, and once it is gone what holds", () => {
    for (const kind of findingKinds) {
      const { lead, notes } = findingLetter(finding(kind), t);
      expect([lead.map(plain), notes.map(plain)]).toEqual([[meaning(kind)], [remedy(kind)]]);
      const mended = findingLetter(finding(kind, "mended"), t);
      expect([mended.lead.length, mended.notes]).toEqual([1, []]);
      expect(plain(mended.lead[0] ?? [])).not.toBe(meaning(kind));
    }
  });

  it("name what no page can put right as Matomo's database calls it", () => {
    expect(remedy("anonymous-super-user")).toContain("superuser_access = 0");
    expect(remedy("anonymous-renamed")).toContain("anonymous");
    for (const column of ["password", "twofactor_secret", "invite_"]) {
      expect(remedy("anonymous-can-sign-in")).toContain(column);
    }
    expect(meaning("null-access")).toContain("NULL");
    expect(meaning("canary-readable")).toContain("CANARY_SITE_ID");
  });
});

it("a finding says what Matomo does with it, and what the safe way out is", () => {
  const t = new MailTranslator("en");
  const meaning = (kind: FindingKind) => plain(t.finding(kind, "meaning"));
  const remedy = (kind: FindingKind) => plain(t.finding(kind, "remedy"));
  expect(meaning("null-access")).toContain("on the sign-in page too");
  expect(meaning("writable")).toContain("Without a login, anyone can read the reports and change");
  expect(meaning("orphan-rows")).toContain("public from its first day");
  expect(meaning("anonymous-missing")).toContain("old permissions count again");
  expect(meaning("anonymous-super-user")).toContain("anyone can read and change everything");
  expect(meaning("anonymous-super-user")).toContain("Making sites private or blocking public access cannot undo that");
  expect(meaning("duplicate-rows")).toContain("Deleting one by hand leaves the site public");
  for (const kind of ["writable", "other-spelling", "duplicate-rows"] as const) {
    expect(remedy(kind)).toMatch(/Limit it to view.+make it private/);
  }
  for (const kind of ["null-access", "unclear-access"] as const) expect(remedy(kind)).toMatch(/^Remove it/);
});

it("a finding is urgent exactly where the portal calls it critical, and is red then", () => {
  const t = new MailTranslator("en");
  const urgent = findingKinds.filter(isUrgent);
  expect(urgent).toEqual(findingKinds.filter((kind) => FINDING_SEVERITY[kind] === "critical"));
  for (const kind of urgent) {
    const { subject, tone } = findingLetter(finding(kind), t);
    expect(subject).toMatch(/^Urgent: /);
    expect(tone).toBe("outside");
  }
});
