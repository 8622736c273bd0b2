import { describe, expect, it } from "vitest";
import { baselineLetter } from "@/emails/baseline";
import { endNearLetter } from "@/emails/end-near";
import { findingLetter } from "@/emails/finding";
import { seenText } from "@/emails/finding-labels";
import { lapseNearLetter } from "@/emails/lapse-near";
import type { Letter } from "@/emails/letter";
import { letterText } from "@/emails/letter-text";
import { logWentBackLetter } from "@/emails/log-went-back";
import { MailTranslator } from "@/emails/mail-translator";
import { passwordKnownLetter } from "@/emails/password-known";
import { privateOutsideLetter } from "@/emails/private-outside";
import { publicOutsideLetter } from "@/emails/public-outside";
import { reminderLetter } from "@/emails/reminder";
import { rosterChangedLetter } from "@/emails/roster-changed";
import { stepUpLockedLetter } from "@/emails/step-up-locked";
import { unreachableLetter } from "@/emails/unreachable";
import { withNames } from "@/emails/wording";
import type { FactsOf, MailFacts } from "@/lib/ledger/facts/mail-schema";
import { rendering } from "@/lib/messaging/mail/rendering";
import { FALLBACK_LANGUAGE, languages } from "@/messages/catalogue";
import { KINDS, sites, visible } from "@/tests/unit/mail/facts";
import { mailOf } from "@/tests/unit/mail/mail-of";

/** Mails that nobody's command causes: what the watch, the reminders, the warnings and the provider say. */
function letterOf(facts: MailFacts, t: MailTranslator): Letter | null {
  switch (facts.kind) {
    case "finding":
      return findingLetter(facts, t);
    case "reminder":
      return reminderLetter(facts, t);
    case "roster-changed":
      return rosterChangedLetter(facts, t);
    case "baseline":
      return baselineLetter(facts, t);
    case "log-went-back":
      return logWentBackLetter(facts, t);
    case "public-outside":
      return publicOutsideLetter(facts, t);
    case "private-outside":
      return privateOutsideLetter(facts, t);
    case "end-near":
      return endNearLetter(facts, t);
    case "lapse-near":
      return lapseNearLetter(facts, t);
    case "unreachable":
      return unreachableLetter(facts, t);
    case "password-known":
      return passwordKnownLetter(facts, t);
    case "step-up-locked":
      return stepUpLockedLetter(facts, t);
    default:
      return null;
  }
}

/** The same facts about `total` sites or people, where they are about any, of this name. */
function about(facts: MailFacts, total: number, name: string): MailFacts {
  const all = sites(total, () => name);
  const rows: FactsOf<"finding">["detail"] = { type: "rows", count: total };
  const named = { total, sites: all.sites.slice(0, 3) };
  switch (facts.kind) {
    case "reminder":
      return {
        ...facts,
        total,
        sites: named.sites.flatMap((site) => facts.sites.slice(0, 1).map((one) => ({ ...one, ...site }))),
      };
    case "finding":
      return facts.sites.length === 0
        ? facts
        : { ...facts, total, sites: named.sites.map((site) => ({ ...site, detail: rows })) };
    case "end-near":
      return { ...facts, total, sites: named.sites.map((site) => ({ ...site, until: "2026-12-11" })) };
    case "baseline":
    case "log-went-back":
    case "public-outside":
    case "private-outside":
    case "lapse-near":
      return { ...facts, ...named };
    case "unreachable":
      return { ...facts, logins: all.sites.map((site) => site.name) };
    default:
      return facts;
  }
}

/** Numbers that Arabic tells apart. */
const TOTALS = [1, 2, 3, 12, 100];
const LONG_NAME = "Gemeinschaftsarchiv der vereinigten Stadtbibliotheken";
const LONG_HOST = "statistics-and-measurement.department.university.example";

const mails = KINDS.filter((facts) => letterOf(facts, new MailTranslator(FALLBACK_LANGUAGE)) !== null);

/** Every letter that is told to hold, whatever it is about. */
function letters(t: MailTranslator, name: string, host: string): Letter[] {
  const counted = (one: MailFacts) => TOTALS.map((total) => about(one, total, name)).filter((other) => other !== one);
  const facts = mails.flatMap((one) => [one, ...counted(one)]);
  return facts.flatMap((one) => letterOf({ ...one, host }, t) ?? []);
}

describe.each(languages())("what the watch, reminders and warnings say in %s", (language) => {
  const t = new MailTranslator(language);

  it("is whole for one, two, few, many and a hundred sites", () => {
    for (const letter of letters(t, "Shop", "stats.example")) {
      const said = `${letter.subject} ${letterText(letter, { t, recipient: "anna" })}`;
      expect(said).not.toMatch(/undefined|\bnull\b|\{\w+[},]|mails\.|\[object/);
    }
  });

  it("has a subject of at most 78 characters, however long the name and the host are", () => {
    for (const host of ["stats.example", LONG_HOST]) {
      for (const { subject } of letters(t, LONG_NAME, host)) {
        expect(subject.length, subject).toBeLessThanOrEqual(78);
        expect(subject).toContain(".example");
      }
    }
  });

  it("is the same mail in HTML and text, in its language and its direction", async () => {
    for (const facts of mails) {
      const { html, subject } = await mailOf(facts, language);
      const letter = letterOf(facts, t);
      expect(html).toMatch(
        new RegExp(
          `<html[^>]* dir="${t.direction}" lang="${language}"|<html[^>]* lang="${language}" dir="${t.direction}"`,
        ),
      );
      expect(subject).toBe(letter?.subject);
      expect(visible(html)).toContain(letter?.button.label);
    }
  }, 60_000);

  it("is not English, but for English", () => {
    if (language === FALLBACK_LANGUAGE) return;
    const english = /\b(the|nobody|anyone|somebody|their|which|because|without|sites? (is|are|was|were))\b/i;
    const inEnglish = new MailTranslator(FALLBACK_LANGUAGE);
    for (const facts of mails) {
      const text = (by: MailTranslator) => {
        const letter = letterOf(about(facts, 2, "Shop"), by);
        return letter ? [letter.subject, ...letterText(letter, { t: by, recipient: "anna" }).split("\n")] : [];
      };
      const [own, other] = [text(t), text(inEnglish)];
      expect(own[0]).not.toBe(other[0]);
      expect(own[1]).not.toBe(other[1]);
      expect(own.filter((line) => english.test(line.replace("Open data day: visitor numbers for the", "")))).toEqual(
        [],
      );
    }
  });
});

describe("what was seen", () => {
  it.each([
    ["en", "3 rows", "password, second factor", '"VIEW", "view " and 2 more'],
    ["de", "3 Zeilen", "Passwort, zweiter Faktor", '"VIEW", "view " und 2 weitere'],
    ["fr", "3 lignes", "mot de passe, second facteur", '"VIEW", "view " et 2 de plus'],
    ["es", "3 filas", "contraseña, segundo factor", '"VIEW", "view " y 2 más'],
    ["ar", "3 صفوف", "كلمة مرور، عامل تحقق ثانٍ", '"VIEW", "view " و2 غيرها'],
  ])("is counted and named in %s", (language, rows, ways, texts) => {
    const t = new MailTranslator(language);
    expect(seenText({ type: "rows", count: 3 }, t)).toBe(rows);
    expect(seenText({ type: "ways", ways: ["password", "second-factor"] }, t)).toBe(ways);
    expect(seenText({ type: "texts", texts: '"VIEW", "view "', more: 2 }, t)).toBe(texts);
    expect(seenText({ type: "texts", texts: "admin, write", more: 0 }, t)).toBe("admin, write");
  });
});

describe("a site that Matomo has deleted", () => {
  it.each([
    ["en", "Site 9 (deleted in Matomo)"],
    ["de", "Webseite 9 (in Matomo gelöscht)"],
    ["ar", "الموقع 9 (حُذف في Matomo)"],
  ])("is called so in %s, and any other site by its name", (language, name) => {
    const named = ["Site 9 (deleted in Matomo)", "Site 8 (deleted in Matomo)"].map((one) => ({ id: 9, name: one }));
    expect(withNames(named, new MailTranslator(language)).map((site) => site.name)).toEqual([
      name,
      "Site 8 (deleted in Matomo)",
    ]);
  });
});

describe("mails that waited while the portal was updated", () => {
  const told = async (kind: string, before: object) => {
    const facts = KINDS.find((one) => one.kind === kind);
    return (await rendering.render(JSON.stringify({ ...facts, ...before }), "de")).text;
  };

  it("still go out, though their period and what was seen are English text", async () => {
    expect(await told("reminder", { periodLabel: "week of 23 November 2026" })).toContain("Wöchentliche Erinnerung");
    const site = {
      id: 9,
      name: "Shop",
      url: "",
      link: "https://portal.example/public-access?site=9",
      detail: "3 rows",
    };
    const finding = { finding: "duplicate-rows", sites: [site], total: 1, detail: null };
    expect(await told("finding", finding)).toContain("3 Zeilen");
  });
});
