import { type FindingKind, probeFindingKinds } from "@/lib/ledger/facts/finding-terms";

/** A condition as it is seen in Matomo. `subject` is the idsite in digits, or empty for the user `anonymous`. */
export type SeenFinding = { kind: FindingKind; subject: string; detail: string };

/** Levels worse than `view`, worst first. */
export const WORSE_LEVELS = ["superuser", "admin", "write"] as const;

/** found: it was not there before. worse: it was known and got worse. mended: it is gone. */
export type FindingPhase = "found" | "worse" | "mended";

const MAILED_WHEN_MENDED: ReadonlySet<FindingKind> = new Set<FindingKind>(["null-access", ...probeFindingKinds]);

/**
 * Whether every Super User is mailed about it. Everything found is, but for what the mail `public-outside` tells
 * already; of what is gone, that Matomo works again, that nobody can sign in as `anonymous` any more, and that
 * strangers no longer read what is private. The rest is in the audit log.
 */
export function isMailed(kind: FindingKind, phase: FindingPhase): boolean {
  if (kind === "public-outside") return false;
  if (phase === "mended") return MAILED_WHEN_MENDED.has(kind) || kind.startsWith("anonymous-");
  return true;
}

/** Whether a change of what was seen is for the worse: a higher level than any before. Nothing else has levels. */
export function isWorse(kind: FindingKind, before: string, after: string): boolean {
  return kind === "writable" && rankOf(after) > rankOf(before);
}

function rankOf(detail: string): number {
  const held = new Set(detail.split(", "));
  const worst = WORSE_LEVELS.findIndex((level) => held.has(level));
  return worst === -1 ? 0 : WORSE_LEVELS.length - worst;
}
