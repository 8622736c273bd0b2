import { isDue, periodAt } from "@/lib/domain/periods/policy";
import { DAY_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import { instanceZone } from "@/prisma/seed/when";
import type { DeedOf } from "./deeds";

const CRON_DELAY_MS = 41 * SECOND_MS;

/**
 * The weekly reminders from the portal's start to the period before the one of `now`, newest first. The current one
 * is left out, so that it is due when the demo starts.
 */
export function pastReminders(now: Date, startedAt: Date): DeedOf<"reminder">[] {
  const reminders: DeedOf<"reminder">[] = [];
  let period = periodBefore(periodAt(now, "weekly", instanceZone).startsAt);
  while (isDue(period, startedAt, false)) {
    const { key, label, startsAt } = period;
    reminders.push({ kind: "reminder", at: plus(startsAt, CRON_DELAY_MS), period: { key, label } });
    period = periodBefore(startsAt);
  }
  return reminders;
}

function periodBefore(startsAt: Date) {
  return periodAt(plus(startsAt, -DAY_MS), "weekly", instanceZone);
}
