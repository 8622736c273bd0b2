import {
  FINDING_ROOM,
  type FindingFacts,
  type FindingKind,
  type FindingShape,
  type FindingWords,
} from "./finding-facts";
import type { MailTranslator } from "./mail-translator";
import { siteValues } from "./named";
import { subjectOf } from "./subject";

/** What the watch says about each thing it can find (from docs/matomo.md#access-rows on). */
const FINDINGS: Record<FindingKind, FindingShape> = {
  "canary-readable": {
    tone: "outside",
    isUrgent: true,
    steps: ["findings.canaryReadable.steps.close", "findings.canaryReadable.steps.find"],
  },
  "readable-though-private": {
    tone: "outside",
    isUrgent: true,
    steps: ["findings.readableThoughPrivate.steps.find", "findings.readableThoughPrivate.steps.again"],
  },
  "public-outside": { tone: "outside", steps: ["findings.publicOutside.steps.ask"] },
  writable: {
    tone: "outside",
    isUrgent: true,
    steps: ["findings.writable.steps.reduce", "findings.writable.steps.secure"],
  },
  "other-spelling": { tone: "opened", steps: ["findings.otherSpelling.steps.reduce"] },
  "duplicate-rows": { tone: "calm", steps: ["findings.duplicateRows.steps.reduce"] },
  "null-access": {
    tone: "outside",
    isUrgent: true,
    steps: ["findings.nullAccess.steps.remove", "findings.nullAccess.steps.byHand"],
  },
  "unclear-access": { tone: "calm", steps: ["findings.unclearAccess.steps.ask"] },
  "orphan-rows": { tone: "calm", steps: ["findings.orphanRows.steps.clean"] },
  "anonymous-missing": {
    tone: "outside",
    steps: ["findings.anonymousMissing.steps.makePrivate", "findings.anonymousMissing.steps.restore"],
  },
  "anonymous-renamed": {
    tone: "outside",
    steps: ["findings.anonymousRenamed.steps.makePrivate", "findings.anonymousRenamed.steps.rename"],
  },
  "anonymous-can-sign-in": {
    tone: "outside",
    isUrgent: true,
    steps: ["findings.anonymousCanSignIn.steps.empty", "findings.anonymousCanSignIn.steps.find"],
  },
  "anonymous-super-user": {
    tone: "outside",
    isUrgent: true,
    steps: [
      "findings.anonymousSuperUser.steps.offline",
      "findings.anonymousSuperUser.steps.setBack",
      "findings.anonymousSuperUser.steps.brokenInto",
    ],
  },
};

/** Two or three words for a kind: "Public and writable". */
export function findingName(kind: FindingKind, t: MailTranslator): string {
  return t.text(`findingNames.${FINDING_ROOM[kind]}`);
}

/** How a kind is written, whatever the language. */
export function findingShape(kind: FindingKind): FindingShape {
  return FINDINGS[kind];
}

/** Everything that is said of a finding in one language. */
export function findingLabel(facts: FindingFacts, t: MailTranslator): FindingWords {
  const { finding, host, phase, sites, total } = facts;
  const { isUrgent, steps, tone } = FINDINGS[finding];
  const room = `findings.${FINDING_ROOM[finding]}` as const;
  const about = sites.length > 0 ? "ofSites" : "ofMatomo";
  const values = { ...siteValues({ sites, total }, t), finding: findingName(finding, t) };
  const headline = t.line(`${room}.headline`, values);
  return {
    tone,
    isUrgent,
    subject: subjectOf(
      `findings.subject.${about}`,
      {
        host,
        about: { sites, total },
        values: { finding: values.finding, phase: phase === "found" && isUrgent ? "urgent" : phase },
      },
      t,
    ),
    headline:
      phase === "mended"
        ? t.line(`findings.mended.${about}`, values)
        : phase === "worse"
          ? t.line("findings.worse", { headline })
          : headline,
    meaning: [t.line(`${room}.meaning`, values)],
    steps: steps.map((key) => t.line(key, values)),
    mended: t.line(`${room}.mended`, values),
  };
}
