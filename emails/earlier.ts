import type { TypedText } from "@/lib/platform/typed-text-terms";
import type { Site } from "./facts";
import type { SiteEntry } from "./letter";
import { outside } from "./outside";
import type { Say } from "./say";

/** What was known of a site before it was made private outside; `until` is its last day: `2026-12-11`. */
export type Earlier = { by: string | null; reason: TypedText | null; until: string | null };
export type SiteBack = Site & { earlier?: Earlier | undefined };

/** Adds to each site that came back which end date holds again, and who published it before and why. */
export function withEarlier(entries: readonly SiteEntry[], sites: readonly SiteBack[], say: Say): SiteEntry[] {
  const known = new Map(sites.map(({ id, earlier }) => [String(id), earlier]));
  return entries.map((entry) => {
    const earlier = known.get(entry.aside);
    if (!earlier) return entry;
    const { by, reason, until } = earlier;
    return {
      ...entry,
      details: [
        ...(until === null ? [] : [say.line("publicOutside.earlierEnd", { until: say.day(until) })]),
        ...(by === null
          ? []
          : [say.line("publicOutside.previously", { by: { outside: by }, reason: reason ? outside(reason) : "" })]),
        ...entry.details,
      ],
    };
  });
}

/** Until when the sites of one alert are public. */
export function untilWords({ earlierEnds = 0 }: { earlierEnds?: number | undefined }, say: Say): string {
  return earlierEnds === 0 ? say.text("frame.noEnd") : say.text("publicOutside.ends", { count: earlierEnds });
}
