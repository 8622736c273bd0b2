import type { SitesPage } from "@/lib/domain/public-access/schema";
import { MISSED_CHECKS } from "@/lib/reports/coverage/schema";

/** `never`: it has not run yet. `late` (E45): changes made outside may have gone unnoticed for longer than they should. */
type WatchState = "awake" | "late" | "never";

/** Whether the watch is awake, as of when the page was read. */
export function watchState(page: Pick<SitesPage, "watchInterval" | "lastWatchAt" | "asOf">): WatchState {
  if (page.lastWatchAt === null) return "never";
  const asleepMs = Date.parse(page.asOf) - Date.parse(page.lastWatchAt);
  return asleepMs > MISSED_CHECKS * page.watchInterval * 60_000 ? "late" : "awake";
}
