import type { Drill, Drills } from "@/lib/domain/drill/schema";

/** What a provider says, it says within minutes; later news stands in Deliveries. */
const NEWS_MS = 15 * 60_000;

/** Whether more is likely to become known of a drill while somebody looks. */
export function mayChange(drill: Drill | undefined, { feedback, asOf }: Pick<Drills, "feedback" | "asOf">): boolean {
  if (!drill || Date.parse(asOf) - Date.parse(drill.startedAt) > NEWS_MS) return false;
  return drill.counts.waiting > 0 || (feedback !== "none" && drill.counts.unknown > 0);
}
