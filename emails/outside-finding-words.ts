import type { FindingShape, OutsideFindingKind } from "./finding-facts";

/** What a probe says, as a stranger sees Matomo (docs/matomo.md#access-rows). */
export const OUTSIDE_FINDINGS: Record<OutsideFindingKind, FindingShape> = {
  "canary-readable": {
    tone: "outside",
    isUrgent: true,
    meaning: ["findings.canaryReadable.meaning.open", "findings.canaryReadable.meaning.others"],
    steps: [
      "findings.canaryReadable.steps.close",
      "findings.canaryReadable.steps.find",
      "findings.canaryReadable.steps.again",
    ],
  },
  "readable-though-private": {
    tone: "outside",
    isUrgent: true,
    meaning: ["findings.readableThoughPrivate.meaning.open", "findings.readableThoughPrivate.meaning.how"],
    steps: [
      "findings.readableThoughPrivate.steps.plugins",
      "findings.readableThoughPrivate.steps.caches",
      "findings.readableThoughPrivate.steps.again",
    ],
  },
};
