import type { AnonymousFindingKind, FindingShape } from "./finding-facts";

/** What the watch says about Matomo's user `anonymous` itself (docs/matomo.md#anonymous). */
export const ANONYMOUS_FINDINGS: Record<AnonymousFindingKind, FindingShape> = {
  "anonymous-missing": {
    tone: "outside",
    meaning: [
      "findings.anonymousMissing.meaning.noEffect",
      "findings.anonymousMissing.meaning.comesBack",
      "findings.anonymousMissing.meaning.untilThen",
    ],
    steps: [
      "findings.anonymousMissing.steps.makePrivate",
      "findings.anonymousMissing.steps.restore",
      "findings.anonymousMissing.steps.find",
    ],
  },
  "anonymous-renamed": {
    tone: "outside",
    meaning: ["findings.anonymousRenamed.meaning.halfPublic", "findings.anonymousRenamed.meaning.setRight"],
    steps: [
      "findings.anonymousRenamed.steps.makePrivate",
      "findings.anonymousRenamed.steps.rename",
      "findings.anonymousRenamed.steps.find",
    ],
  },
  "anonymous-can-sign-in": {
    tone: "outside",
    isUrgent: true,
    meaning: ["findings.anonymousCanSignIn.meaning.hide", "findings.anonymousCanSignIn.meaning.how"],
    steps: [
      "findings.anonymousCanSignIn.steps.empty",
      "findings.anonymousCanSignIn.steps.find",
      "findings.anonymousCanSignIn.steps.look",
    ],
  },
  "anonymous-super-user": {
    tone: "outside",
    isUrgent: true,
    meaning: [
      "findings.anonymousSuperUser.meaning.everything",
      "findings.anonymousSuperUser.meaning.privateNoHelp",
      "findings.anonymousSuperUser.meaning.how",
    ],
    steps: [
      "findings.anonymousSuperUser.steps.offline",
      "findings.anonymousSuperUser.steps.setBack",
      "findings.anonymousSuperUser.steps.brokenInto",
    ],
  },
};
