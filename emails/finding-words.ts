import { ANONYMOUS_FINDINGS } from "./anonymous-finding-words";
import {
  FINDING_ROOM,
  type FindingFacts,
  type FindingKind,
  type FindingShape,
  type FindingWords,
} from "./finding-facts";
import { OUTSIDE_FINDINGS } from "./outside-finding-words";
import type { Say } from "./say";
import { subjectOf } from "./subject";
import { siteValues } from "./wording";

/** What the watch says about each thing it can find (from docs/matomo.md#anonymous on). */
const FINDINGS: Record<FindingKind, FindingShape> = {
  ...OUTSIDE_FINDINGS,
  "public-outside": {
    tone: "outside",
    meaning: ["findings.publicOutside.meaning.open"],
    steps: ["findings.publicOutside.steps.ask", "findings.publicOutside.steps.makePrivate"],
  },
  writable: {
    tone: "outside",
    isUrgent: true,
    meaning: ["findings.writable.meaning.open", "findings.writable.meaning.how"],
    steps: ["findings.writable.steps.reduce", "findings.writable.steps.look", "findings.writable.steps.secure"],
  },
  "other-spelling": {
    tone: "opened",
    meaning: ["findings.otherSpelling.meaning.open", "findings.otherSpelling.meaning.leftBehind"],
    steps: [
      "findings.otherSpelling.steps.reduce",
      "findings.otherSpelling.steps.makePrivate",
      "findings.otherSpelling.steps.ask",
    ],
  },
  "duplicate-rows": {
    tone: "calm",
    meaning: ["findings.duplicateRows.meaning.how"],
    steps: ["findings.duplicateRows.steps.reduce", "findings.duplicateRows.steps.makePrivate"],
  },
  "null-access": {
    tone: "outside",
    isUrgent: true,
    meaning: ["findings.nullAccess.meaning.broken", "findings.nullAccess.meaning.cause"],
    steps: ["findings.nullAccess.steps.remove", "findings.nullAccess.steps.byHand", "findings.nullAccess.steps.find"],
  },
  "unclear-access": {
    tone: "calm",
    meaning: ["findings.unclearAccess.meaning.what"],
    steps: ["findings.unclearAccess.steps.ask", "findings.unclearAccess.steps.remove"],
  },
  "orphan-rows": {
    tone: "calm",
    meaning: ["findings.orphanRows.meaning.what"],
    steps: ["findings.orphanRows.steps.clean", "findings.orphanRows.steps.untilThen"],
  },
  ...ANONYMOUS_FINDINGS,
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
  const { finding, phase, total: count } = facts;
  const { tone, isUrgent, meaning, steps } = FINDINGS[finding];
  const room = `findings.${FINDING_ROOM[finding]}` as const;
  return {
    tone,
    isUrgent,
    subject: subjectOf(facts, `${room}.subject.${phase}`, say),
    headline: say.line(`${room}.headline.${phase}`, siteValues(facts)),
    meaning: meaning.map((key) => say.line(key, { count })),
    steps: steps.map((key) => say.line(key, { count })),
    mended: say.line(`${room}.mended`, { count }),
  };
}
