import { isWorse, type SeenFinding } from "./policy";

/** A finding that the portal knows, since when. */
type Known = SeenFinding & { since: Date };

/** What is wrong now and was not; what is wrong in another way than before; what is wrong no more. */
export type FindingDrift = {
  opened: SeenFinding[];
  /** as it is now, since it was first seen */
  changed: (Known & { worse: boolean })[];
  /** as it was last seen */
  closed: SeenFinding[];
};

/** Compares what is wrong in Matomo with what the portal knows as wrong. */
export function diffFindings(seen: readonly SeenFinding[], known: readonly Known[]): FindingDrift {
  const inMatomo = new Set(seen.map(keyOf));
  const inPortal = new Map(known.map((finding) => [keyOf(finding), finding]));
  return {
    opened: seen.filter((finding) => !inPortal.has(keyOf(finding))),
    changed: seen.flatMap((finding) => {
      const before = inPortal.get(keyOf(finding));
      if (!before || before.detail === finding.detail) return [];
      return [{ ...finding, since: before.since, worse: isWorse(finding.kind, before.detail, finding.detail) }];
    }),
    closed: known.filter((finding) => !inMatomo.has(keyOf(finding))),
  };
}

export function isEmptyFindingDrift(findings: FindingDrift): boolean {
  return findings.opened.length === 0 && findings.changed.length === 0 && findings.closed.length === 0;
}

function keyOf({ kind, subject }: SeenFinding): string {
  return `${kind}/${subject}`;
}
