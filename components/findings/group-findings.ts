import type { Finding } from "@/lib/domain/findings/schema";
import { FINDING_SEVERITY, type FindingKind } from "@/lib/ledger/facts/finding-terms";

const RANK = { critical: 0, danger: 1, caution: 2 };

export type FindingGroup = { kind: FindingKind; findings: Finding[] };

/** What needs attention by kind, the worst first, and what a Super User has called intended, as the server orders it. */
export function groupFindings(findings: readonly Finding[]): { groups: FindingGroup[]; intended: Finding[] } {
  const byKind = new Map<FindingKind, Finding[]>();
  for (const finding of findings.filter((one) => one.needsAttention)) {
    byKind.set(finding.kind, [...(byKind.get(finding.kind) ?? []), finding]);
  }
  const rankOf = (group: FindingGroup) => RANK[FINDING_SEVERITY[group.kind]];
  const groups = [...byKind].map(([kind, found]) => ({ kind, findings: found }));
  return {
    groups: groups.sort((a, b) => rankOf(a) - rankOf(b)),
    intended: findings.filter((one) => !one.needsAttention),
  };
}

/** So many kinds are shown at first: the list of sites below stays on the first screen. */
const SHOWN_AT_FIRST = 2;

/** The kinds that are shown while the others are folded away, and how many urgent ones the fold hides. */
export function foldGroups(groups: readonly FindingGroup[]): { shown: readonly FindingGroup[]; urgentHidden: number } {
  // A fold for one line would be as high as that line.
  if (groups.length <= SHOWN_AT_FIRST + 1) return { shown: groups, urgentHidden: 0 };
  const hidden = groups.slice(SHOWN_AT_FIRST);
  return {
    shown: groups.slice(0, SHOWN_AT_FIRST),
    urgentHidden: hidden.filter(({ kind }) => FINDING_SEVERITY[kind] === "critical").length,
  };
}
