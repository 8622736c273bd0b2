import type { ProbeResult } from "@/lib/domain/probe/schema";
import type { UnreadableReason } from "@/lib/domain/probe/terms";

type Unreadable = ProbeResult["unreadable"]["sites"][number];
type ReasonGroup = { reason: UnreadableReason; sites: Unreadable[]; total: number };

/**
 * Sites that could not be read, by the likely reason, the most first. Those beyond the named ones are taken to have the
 * reason that all of the named have; without one such reason nobody knows theirs.
 */
export function byReason(sites: readonly Unreadable[], total: number): ReasonGroup[] {
  const reasons = [...new Set(sites.map(({ reason }) => reason))];
  const unnamed = Math.max(0, total - sites.length);
  const reasonOfUnnamed = reasons.length === 1 ? reasons[0] : "unknown";
  const all = unnamed > 0 ? [...new Set([...reasons, reasonOfUnnamed ?? "unknown"])] : reasons;
  return all
    .map((reason) => {
      const named = sites.filter((site) => site.reason === reason);
      return { reason, sites: named, total: named.length + (reason === reasonOfUnnamed ? unnamed : 0) };
    })
    .sort((a, b) => b.total - a.total);
}
