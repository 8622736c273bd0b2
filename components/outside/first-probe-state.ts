import type { Outside, ProbeResult } from "@/lib/domain/probe/schema";
import type { OutsideTrouble } from "@/lib/domain/probe/terms";

/** What the first probe after a publication says of the sites that were published. */
export type FirstProbeState =
  | { is: "waiting" }
  | { is: "trouble"; trouble: OutsideTrouble }
  | { is: "seen"; probe: ProbeResult; readable: number }
  /** more sites could not be read than are named, or not all that were published are known */
  | { is: "seen-in-part"; probe: ProbeResult };

/**
 * @param since when the sites were published, ISO 8601; null while that is not known
 * @param siteIds those that were published; null when only how many is known
 */
export function firstProbeOf(
  { newest }: Pick<Outside, "newest">,
  since: string | null,
  siteIds: readonly number[] | null,
): FirstProbeState {
  if (newest === null || since === null || Date.parse(newest.at) < Date.parse(since)) return { is: "waiting" };
  if (newest.outcome === "trouble") return { is: "trouble", trouble: newest.trouble ?? "not-understood" };
  if (newest.outcome !== "seen") return { is: "waiting" };
  const { total, sites } = newest.unreadable;
  if (siteIds === null || total > sites.length) return { is: "seen-in-part", probe: newest };
  const unreadable = new Set(sites.map(({ id }) => id));
  return { is: "seen", probe: newest, readable: siteIds.filter((id) => !unreadable.has(id)).length };
}
