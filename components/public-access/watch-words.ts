import { counted } from "@/components/ui/plural";
import { MISSED_LOOKS } from "@/lib/coverage/schema";
import type { SitesPage } from "@/lib/public-access/schema";

/** How often the watch is to look: `every 5 minutes`. */
export function everyWords({ watchInterval }: Pick<SitesPage, "watchInterval">): string {
  if (watchInterval === 1) return "every minute";
  return watchInterval % 60 === 0 ? everyHours(watchInterval / 60) : `every ${counted(watchInterval, "minute")}`;
}

function everyHours(hours: number): string {
  return hours === 1 ? "every hour" : `every ${counted(hours, "hour")}`;
}

/** Whether changes made outside may have gone unnoticed for longer than they should. */
export function watchIsLate(page: Pick<SitesPage, "watchInterval" | "lastWatchAt" | "asOf">): boolean {
  if (page.lastWatchAt === null) return true;
  return Date.parse(page.asOf) - Date.parse(page.lastWatchAt) > MISSED_LOOKS * page.watchInterval * 60_000;
}
