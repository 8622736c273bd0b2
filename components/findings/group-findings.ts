import type { Finding } from "@/lib/findings/schema";
import { FINDING_SEVERITY, type FindingKind } from "@/lib/findings/terms";

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

/** The site's name, or what the finding is about. */
export function siteWords(site: Finding["site"]): string {
  if (site === null) return "Matomo's user anonymous";
  return site.name || `Site ${site.id}`;
}
