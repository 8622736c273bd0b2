import { nextPeriodStart, periodAt } from "@/lib/domain/periods/policy";
import type { Cadence } from "@/lib/ledger/settings/terms";
import { DAY_MS, HOUR_MS, plus } from "@/lib/platform/clock";

/**
 * Sites that nobody confirms become private. The rule, with N periods: what was confirmed last (or became public, or
 * fell under a changed rule) within one period is asked about at the next N period starts, and becomes private at the
 * one after them.
 */
export type LapseRule = { periods: number; changedAt: Date; cadence: Cadence; timeZone: string };

/** A first warning: to sites confirmed last before `before`, that they become private at `lapsesAt`. */
export type FirstWarning = { before: Date; lapsesAt: Date; days: number };

/** When the first warning comes, in days before. The last one comes a day before. */
const FIRST_WARNING_DAYS: Record<Cadence, number> = { weekly: 2, monthly: 7 };
export const LAST_WARNING_DAYS = 1;
/** No site becomes private sooner after its first warning. */
const SHORTEST_NOTICE_MS = 20 * HOUR_MS;

/**
 * The first warnings that are due at `at`, oldest sites first; a site belongs to the first one that takes it. What
 * should have become private already, and was not warned (an outage, a quicker cadence), is warned now and gets a day.
 */
export function firstWarnings(at: Date, rule: LapseRule): FirstWarning[] {
  const next = nextPeriodStart(at, rule.cadence, rule.timeZone);
  const left = next.getTime() - at.getTime();
  const dayLater = { lapsesAt: plus(at, DAY_MS), days: LAST_WARNING_DAYS };
  const isLate = left < SHORTEST_NOTICE_MS;
  const warnings: FirstWarning[] = [{ before: isLate ? lapsingNext(at, rule) : overdue(at, rule), ...dayLater }];
  if (!isLate && left <= FIRST_WARNING_DAYS[rule.cadence] * DAY_MS) {
    const days = left <= LAST_WARNING_DAYS * DAY_MS ? LAST_WARNING_DAYS : FIRST_WARNING_DAYS[rule.cadence];
    warnings.push({ before: lapsingNext(at, rule), lapsesAt: next, days });
  }
  return warnings.filter((warning) => rule.changedAt < warning.before);
}

/** Sites that were confirmed last before this become private when the next period begins, or should be so already. */
export function lapsingNext(at: Date, rule: LapseRule): Date {
  return periodStart(at, rule.periods - 1, rule);
}

/** Sites that were confirmed last before this should be private already. */
function overdue(at: Date, rule: LapseRule): Date {
  return periodStart(at, rule.periods, rule);
}

/** When the period began that lies `back` periods before the one of `at`. */
function periodStart(at: Date, back: number, { cadence, timeZone }: LapseRule): Date {
  let start = periodAt(at, cadence, timeZone).startsAt;
  for (let step = 0; step < back; step++) start = periodAt(plus(start, -1), cadence, timeZone).startsAt;
  return start;
}
