import type { SitesPage } from "@/lib/domain/public-access/schema";
import { MISSED_CHECKS } from "@/lib/reports/coverage/schema";

/** How often the watch is to look, in the largest unit that has no rest: every 5 minutes, every 2 hours. */
export function watchPace({ watchInterval }: Pick<SitesPage, "watchInterval">): {
  unit: "minutes" | "hours";
  count: number;
} {
  return watchInterval % 60 === 0
    ? { unit: "hours", count: watchInterval / 60 }
    : { unit: "minutes", count: watchInterval };
}

/** `never`: it has not run yet. `late` (E45): changes made outside may have gone unnoticed for longer than they should. */
type WatchState = "awake" | "late" | "never";

/** Whether the watch is awake, as of when the page was read. */
export function watchState(page: Pick<SitesPage, "watchInterval" | "lastWatchAt" | "asOf">): WatchState {
  if (page.lastWatchAt === null) return "never";
  const asleepMs = Date.parse(page.asOf) - Date.parse(page.lastWatchAt);
  return asleepMs > MISSED_CHECKS * page.watchInterval * 60_000 ? "late" : "awake";
}
