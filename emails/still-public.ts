import type { Letter } from "./letter";
import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";
import { subjectOf } from "./subject";

/** Sites that anyone can still read though no permission says so. `everySite`: `anonymous` is a Super User. */
export type StillPublic = { count: number; everySite: boolean };

/**
 * The letter about what was made private, where sites stay readable for anyone all the same: then that is its news, and
 * nothing in it says that nobody can read them. The letter itself where none do.
 */
export function unlessStillPublic(
  letter: Letter,
  stillPublic: StillPublic | undefined,
  { who, removed }: { who: string; removed: number },
  t: MailTranslator,
): Letter {
  if (stillPublic === undefined) return letter;
  const { count, everySite } = stillPublic;
  const values = { every: everySite ? "yes" : "no", count };
  return {
    ...letter,
    subject: subjectOf("stillPublic.subject", { host: letter.host, values }, t),
    tone: "outside",
    headline: t.line("stillPublic.headline", values),
    lead: [t.line("stillPublic.why", values), t.line("stillPublic.done", { who: { outside: who }, removed })],
    notes: everySite ? everySiteSteps(t) : [t.line("stillPublic.find")],
  };
}

/** What ends it that everybody is a Super User: none of it can be done here. */
const everySiteSteps = (t: MailTranslator): Line[] =>
  (["offline", "setBack", "brokenInto"] as const).map((key) => t.line(`findings.anonymousSuperUser.steps.${key}`));
