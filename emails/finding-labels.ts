import { FINDING_SEVERITY, type FindingKind } from "@/lib/ledger/facts/finding-terms";
import type { AlsoFound, Facts, Seen } from "./facts";
import type { MailKey, MailTranslator } from "./mail-translator";

/** What holds once it is gone. What each means and what to do about it, the page says in the same words. */
const MENDED: Record<FindingKind, MailKey> = {
  "canary-readable": "frame.closed",
  "readable-though-private": "frame.closed",
  "public-outside": "findings.mended.mayBePublic",
  writable: "findings.mended.mayBePublic",
  "other-spelling": "findings.mended.mayBePublic",
  "duplicate-rows": "findings.mended.mayBePublic",
  "null-access": "findings.mended.answers",
  "unclear-access": "findings.mended.mayBePublic",
  "orphan-rows": "findings.mended.mayBePublic",
  "anonymous-missing": "findings.mended.countsAgain",
  "anonymous-renamed": "findings.mended.countsAgain",
  "anonymous-can-sign-in": "findings.mended.empty",
  "anonymous-super-user": "findings.mended.wasOpen",
};

/** Two or three words for a kind: "Public and writable". */
export const findingName = (kind: FindingKind, t: MailTranslator) => t.text(`findingNames.${kind}`);

/** Matomo is open or broken for everybody, or a site can be changed by anybody. */
export const isUrgent = (kind: FindingKind) => FINDING_SEVERITY[kind] === "critical";

/** Something to know about; anything else is dangerous now. */
export const isCalm = (kind: FindingKind) => FINDING_SEVERITY[kind] === "caution";

export const mendedLine = (kind: FindingKind, t: MailTranslator) => t.line(MENDED[kind]);

/** “Urgent: Public and writable, “Shop””: the words, and what they are given. */
export function findingTitle(
  { finding, phase, sites }: Pick<AlsoFound, "finding" | "sites"> & Pick<Facts<"finding">, "phase">,
  t: MailTranslator,
) {
  return {
    title: sites.length > 0 ? "findings.ofSites" : "findings.ofMatomo",
    values: { finding: findingName(finding, t), phase: phase === "found" && isUrgent(finding) ? "urgent" : phase },
  } as const;
}

/** What exactly was seen, in the words of one language: "3 rows". Values from the database stay as they are. */
export function seenText(seen: Seen, t: MailTranslator): string {
  switch (seen.type) {
    case "rows":
      return t.text("watched.rows", { count: seen.count });
    case "ways":
      return seen.ways
        .map((way) => t.text(`watched.way.${way}`))
        .reduce((first, second) => t.text("frame.both", { first, second }));
    case "texts":
      return seen.more === 0 ? seen.texts : t.text("frame.andMore", { first: seen.texts, count: seen.more });
  }
}
