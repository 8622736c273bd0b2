import { describe, expect, it } from "vitest";
import { findingWords } from "@/emails/finding-words";
import type { Line } from "@/emails/letter";
import { plain } from "@/emails/letter";
import { FINDING_SEVERITY, findingKinds } from "@/lib/findings/terms";

const PHASES = ["found", "worse", "mended"] as const;
const said = (lines: readonly Line[]) => lines.map(plain).join(" ");
const meaningOf = (kind: (typeof findingKinds)[number]) => said(findingWords(kind, 1).meaning);
const stepsOf = (kind: (typeof findingKinds)[number]) => said(findingWords(kind, 1).steps);

describe("the words of a finding", () => {
  it("differ for each kind and phase: in the subject, the headline, what it means and what to do", () => {
    const all = findingKinds.map((kind) => findingWords(kind, 1));
    const inPhases = (of: (words: (typeof all)[number]) => Record<(typeof PHASES)[number], string>) =>
      all.flatMap((words) => PHASES.map((phase) => of(words)[phase]));
    for (const texts of [
      inPhases((words) => words.subject),
      inPhases((words) => words.headline),
      all.map((words) => words.name),
      all.map((words) => said(words.meaning)),
      all.map((words) => said(words.steps)),
    ]) {
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    }
  });

  it("are urgent exactly where the portal calls it critical", () => {
    const urgent = findingKinds.filter((kind) => findingWords(kind, 1).isUrgent);
    expect(urgent).toEqual(findingKinds.filter((kind) => FINDING_SEVERITY[kind] === "critical"));
    for (const kind of urgent) expect(findingWords(kind, 1).tone).toBe("outside");
  });

  it("say what Matomo does with each (facts 15.1 to 15.7, 18.4 to 18.7)", () => {
    expect(meaningOf("null-access")).toContain(
      "Matomo answers everybody who is not signed in with an error, the sign-in page too",
    );
    expect(meaningOf("writable")).toContain("can also change things there");
    expect(meaningOf("orphan-rows")).toContain("would be public from its first moment");
    expect(meaningOf("anonymous-missing")).toContain("have no effect");
    expect(meaningOf("anonymous-missing")).toContain("count again at once when the user comes back");
    expect(meaningOf("anonymous-super-user")).toContain("may read every site, and change or delete everything");
    expect(meaningOf("anonymous-super-user")).toContain("Making sites private does not help");
    expect(meaningOf("anonymous-can-sign-in")).toContain("whoever signs in as it can hide behind it");
    expect(meaningOf("other-spelling")).toContain("Public Access removes every spelling");
    expect(meaningOf("duplicate-rows")).toContain("whoever deletes one row by hand believes the site private");
  });

  it("say what to do, and where in Matomo's database when no page can", () => {
    for (const kind of ["writable", "other-spelling", "duplicate-rows"] as const) {
      expect(stepsOf(kind)).toContain('"Reduce to view"');
      expect(stepsOf(kind)).toMatch(/make (it|a site) private/i);
    }
    for (const kind of ["null-access", "unclear-access"] as const) expect(stepsOf(kind)).toContain("unclear rows");
    expect(stepsOf("orphan-rows")).toContain("clean up the rows of deleted sites");
    expect(stepsOf("anonymous-super-user")).toContain("superuser_access = 0");
    expect(stepsOf("anonymous-can-sign-in")).toContain("password and twofactor_secret must be empty");
    expect(stepsOf("anonymous-renamed")).toContain("set the login back to anonymous");
  });

  it("call one site it and several them", () => {
    for (const kind of findingKinds) {
      const { headline, meaning, steps } = findingWords(kind, 1);
      expect(`${Object.values(headline)} ${said(meaning)} ${said(steps)}`).not.toMatch(/these sites|make them private/);
    }
    expect(said(findingWords("writable", 3).meaning)).toContain("these sites");
  });
});
