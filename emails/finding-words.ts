import {
  FINDING_ROOM,
  type FindingFacts,
  type FindingKind,
  type FindingShape,
  type FindingWords,
} from "./finding-facts";
import { siteValues } from "./named";
import type { Say } from "./say";
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
export function findingName(kind: FindingKind, say: Say): string {
  return say.text(`findingNames.${FINDING_ROOM[kind]}`);
}

/** How a kind is written, whatever the language. */
export function findingShape(kind: FindingKind): FindingShape {
  return FINDINGS[kind];
}

/** Everything that is said of a finding in one language. */
export function findingWords(facts: FindingFacts, say: Say): FindingWords {
  const { finding, host, phase, sites, total } = facts;
  const { isUrgent, steps, tone } = FINDINGS[finding];
  const room = `findings.${FINDING_ROOM[finding]}` as const;
  const about = sites.length > 0 ? "ofSites" : "ofMatomo";
  const values = { ...siteValues({ sites, total }, say), finding: findingName(finding, say) };
  const headline = say.line(`${room}.headline`, values);
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
      say,
    ),
    headline:
      phase === "mended"
        ? say.line(`findings.mended.${about}`, values)
        : phase === "worse"
          ? say.line("findings.worse", { headline })
          : headline,
    meaning: [say.line(`${room}.meaning`, values)],
    steps: steps.map((key) => say.line(key, values)),
    mended: say.line(`${room}.mended`, values),
  };
}
