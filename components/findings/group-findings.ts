import type { Finding, FindingsPage } from "@/lib/domain/findings/schema";
import { FINDING_SEVERITY, type FindingKind } from "@/lib/ledger/facts/finding-terms";

const RANK = { critical: 0, danger: 1, caution: 2 };

/** Sites of which the same is so: one issue. `kinds`: what is so, the worst first. */
export type FindingGroup = { kinds: readonly [FindingKind, ...FindingKind[]]; findings: Finding[] };

/**
 * What needs attention, each site in one issue with all that was found of it, the worst first; and what a Super User has
 * called intended, as the server orders it.
 */
export function groupFindings(findings: readonly Finding[]): { groups: FindingGroup[]; intended: Finding[] } {
  const bySubject = new Map<string, Finding[]>();
  for (const finding of findings.filter((one) => one.needsAttention)) {
    const subject = finding.site === null ? finding.kind : String(finding.site.id);
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), finding]);
  }
  const byKinds = new Map<string, FindingGroup>();
  for (const found of bySubject.values()) {
    const [first, ...more] = found.map((one) => one.kind).sort((a, b) => rankOf(a) - rankOf(b));
    if (!first) continue;
    const group = byKinds.get([first, ...more].join()) ?? { kinds: [first, ...more], findings: [] };
    byKinds.set(group.kinds.join(), { ...group, findings: [...group.findings, ...found] });
  }
  return {
    groups: [...byKinds.values()].sort((a, b) => rankOf(a.kinds[0]) - rankOf(b.kinds[0])),
    intended: findings.filter((one) => !one.needsAttention),
  };
}

function rankOf(kind: FindingKind): number {
  return RANK[FINDING_SEVERITY[kind]];
}

/** How many issues there are: a site is one, whatever was found of it. */
export function countIssues(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, { findings, kinds }) => sum + findings.length / kinds.length, 0);
}

/** The same of all that was found, also of what is not listed: there each finding is one. */
export function issuesIn({ findings, total, needAttention }: FindingsPage): number {
  return total > findings.length ? needAttention : countIssues(groupFindings(findings).groups);
}

/** So many issues are shown at first: the list of sites below stays on the first screen. */
const SHOWN_AT_FIRST = 2;

/** The issues that are shown while the others are folded away, and how many urgent ones the fold hides. */
export function foldGroups(groups: readonly FindingGroup[]): { shown: readonly FindingGroup[]; urgentHidden: number } {
  // A fold for one line would be as high as that line.
  if (groups.length <= SHOWN_AT_FIRST + 1) return { shown: groups, urgentHidden: 0 };
  const hidden = groups.slice(SHOWN_AT_FIRST);
  return {
    shown: groups.slice(0, SHOWN_AT_FIRST),
    urgentHidden: hidden.filter(({ kinds: [kind] }) => FINDING_SEVERITY[kind] === "critical").length,
  };
}
