import type { NotificationRecord, PublicPeriod, Statement, StatementCoverage } from "./schema";
import type { LimitCode } from "./terms";

const SAYS: Record<LimitCode, string> = {
  "every-site-public":
    "Times in which Matomo's user anonymous was a Super User, so that anyone could read every site: `everySite`. The times of single sites and the totals are those of their permissions alone.",
  "month-running": "The month is not over: this is what was known when the statement was made.",
  "portal-began-within": "The portal began to watch within this month. Of the time before it nothing is known.",
  "before-portal":
    "Sites that were public before the portal came: since when and by whom is not known; `since` is when it first looked.",
  "made-public-outside":
    "Sites that became public outside the portal: by whom is not known; `since` is when the watch saw it, up to one interval or blind time later than it was.",
  "beginning-unknown": "Sites that became private although no event tells how they became public.",
  "log-lost-entries":
    "Times in which the portal's tables went back to an earlier state. What was recorded in the lost time is not here.",
  "between-looks":
    "A change made outside the portal and undone between two looks of the watch is seen by nobody and is not here.",
  "blind-time":
    "Times in which the watch did not look. What was made public and private again within them is not here.",
  "coverage-forgotten": "How well the watch watched is not known any more: looks are kept for 400 days.",
  "names-of-now":
    "An event names only the first 50 of its sites: these bear the name they have in Matomo now, or none when they are gone.",
  "arrival-unknown":
    "Alerts and reminders of which nobody said whether they arrived. Accepted means that a mail server took them.",
  "people-left-out":
    "Alerts and reminders whose recipients are counted but not named, because there were too many names.",
};

/** What the statement cannot say, each with how often it matters; null: that is not counted. */
export function limitsOf(facts: {
  complete: boolean;
  beganWithin: boolean;
  periods: readonly PublicPeriod[];
  coverage: StatementCoverage | null;
  tellings: readonly NotificationRecord[];
  everySite?: readonly unknown[];
  losses?: number;
}): Statement["limits"] {
  const { complete, beganWithin, periods, coverage, tellings, everySite = [], losses = 0 } = facts;
  const from = (channel: PublicPeriod["channel"]) => periods.filter((period) => period.channel === channel).length;
  const unsaid = tellings.filter(({ accepted, delivered }) => accepted > 0 && delivered === null);
  const limits: [LimitCode, number | null][] = [
    ["every-site-public", everySite.length],
    ["month-running", complete ? 0 : null],
    ["portal-began-within", beganWithin ? null : 0],
    ["before-portal", from("before-portal")],
    ["made-public-outside", from("outside")],
    ["beginning-unknown", from("unknown")],
    ["log-lost-entries", losses],
    ["between-looks", null],
    ["blind-time", coverage?.blindCount ?? 0],
    ["coverage-forgotten", coverage ? 0 : null],
    ["names-of-now", periods.filter(({ nameFrom }) => nameFrom !== "event").length],
    ["arrival-unknown", unsaid.length],
    ["people-left-out", tellings.filter(({ people }) => people === null).length],
  ];
  return limits.flatMap(([code, count]) => (count === 0 ? [] : [{ code, count, says: SAYS[code] }]));
}
