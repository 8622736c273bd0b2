import { describe, expect, it } from "vitest";
import type { FindingKind, Phase } from "@/emails/finding-facts";
import { findingLabel, findingName, findingShape } from "@/emails/finding-labels";
import { type Line, plain } from "@/emails/line";
import { MailTranslator } from "@/emails/mail-translator";
import { FINDING_SEVERITY, findingKinds, findingKindsOfSites } from "@/lib/ledger/facts/finding-terms";
import { languages } from "@/messages/catalogue";

const PHASES = ["found", "worse", "mended"] as const;
const t = new MailTranslator("en");
const said = (lines: readonly Line[]) => lines.map(plain).join(" ");

/** What is said of `kind` on so many sites; one is called Shop. */
function wordsOf(finding: FindingKind, { total = 1, phase = "found", language = t }: Partial<Told> = {}) {
  const isOfSites = findingKindsOfSites.some((kind) => kind === finding);
  const sites = Array.from({ length: total }, (_, id) => ({ id, name: "Shop", url: "", link: "" }));
  const about = isOfSites ? { sites, total } : { sites: [], total: 0 };
  return findingLabel({ finding, phase, host: "stats.example", ...about }, language);
}
type Told = { total: number; phase: Phase; language: MailTranslator };

const meaningOf = (kind: FindingKind) => said(wordsOf(kind).meaning);
const stepsOf = (kind: FindingKind) => said(wordsOf(kind).steps);

describe("the words of a finding", () => {
  it.each(languages())("differ for each kind and phase in %s: subject, headline, meaning, steps", (lang) => {
    const language = new MailTranslator(lang);
    const inPhases = (of: (words: ReturnType<typeof wordsOf>) => string) =>
      findingKinds.flatMap((kind) => PHASES.map((phase) => of(wordsOf(kind, { phase, language }))));
    for (const texts of [
      inPhases((words) => words.subject),
      inPhases((words) => plain(words.headline)),
      findingKinds.map((kind) => findingName(kind, language)),
      findingKinds.map((kind) => said(wordsOf(kind, { language }).meaning)),
      findingKinds.map((kind) => said(wordsOf(kind, { language }).steps)),
    ]) {
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    }
  });

  it("are urgent exactly where the portal calls it critical", () => {
    const urgent = findingKinds.filter((kind) => findingShape(kind).isUrgent);
    expect(urgent).toEqual(findingKinds.filter((kind) => FINDING_SEVERITY[kind] === "critical"));
    for (const kind of urgent) expect(findingShape(kind).tone).toBe("outside");
  });

  it("say what Matomo does with each", () => {
    expect(meaningOf("null-access")).toContain("Anyone not signed in gets an error, on the sign-in page too");
    expect(meaningOf("writable")).toContain("can be changed without a login");
    expect(meaningOf("orphan-rows")).toContain("would be public from its first moment");
    expect(meaningOf("anonymous-missing")).toContain("Nobody gets in without a login");
    expect(meaningOf("anonymous-missing")).toContain("is public again at once");
    expect(meaningOf("anonymous-super-user")).toContain("anyone can read every site, and change or delete everything");
    expect(meaningOf("anonymous-super-user")).toContain("Making sites private or blocking public access does not help");
    expect(meaningOf("anonymous-can-sign-in")).toContain("a person can hide behind it");
    expect(stepsOf("other-spelling")).toContain("Public Access removes every spelling");
    expect(meaningOf("duplicate-rows")).toContain("deleting one by hand leaves it public");
  });

  it("say what to do, and where in Matomo's database when no page can", () => {
    for (const kind of ["writable", "other-spelling", "duplicate-rows"] as const) {
      expect(stepsOf(kind)).toMatch(/Limit it to view/);
      expect(stepsOf(kind)).toMatch(/make it private/);
    }
    for (const kind of ["null-access", "unclear-access"] as const) {
      expect(stepsOf(kind).toLowerCase()).toContain("remove the unknown permissions");
    }
    expect(stepsOf("orphan-rows")).toContain("Remove the permissions of deleted sites");
    expect(stepsOf("anonymous-super-user")).toContain("superuser_access = 0");
    expect(stepsOf("anonymous-can-sign-in")).toContain("password and twofactor_secret must be empty");
    expect(stepsOf("anonymous-renamed")).toContain("login set back to anonymous");
  });

  it.each(languages())("name the same columns and values of Matomo's database in %s", (lang) => {
    const language = new MailTranslator(lang);
    const steps = (kind: FindingKind) => said(wordsOf(kind, { language }).steps);
    expect(steps("anonymous-super-user")).toContain("superuser_access = 0");
    for (const column of ["password", "twofactor_secret", "invite_", "NULL"]) {
      expect(steps("anonymous-can-sign-in")).toContain(column);
    }
    expect(said(wordsOf("unclear-access", { language }).meaning)).toMatch(/view.+write.+admin.+superuser/);
  });

  it("call one site it and several them", () => {
    for (const kind of findingKinds) {
      const one = PHASES.map((phase) => wordsOf(kind, { phase }));
      const texts = one.flatMap(({ headline, meaning, steps, mended }) => [
        plain(headline),
        said([...meaning, ...steps]),
        plain(mended),
      ]);
      expect(texts.join(" ")).not.toMatch(/[Mm]ake them private|their reports/);
    }
    expect(said(wordsOf("writable", { total: 3 }).steps)).toContain("make them private");
    expect(plain(wordsOf("writable", { total: 3 }).headline)).toBe(
      "Anyone can read and change “Shop”, “Shop” and 1 more",
    );
    expect(plain(wordsOf("duplicate-rows").headline)).toBe("“Shop” has duplicate permissions for anonymous");
  });
});
