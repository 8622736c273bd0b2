import { MINUTE_MS } from "@/lib/platform/clock";
import { type BlindTime, type Coverage, MISSED_CHECKS } from "./schema";

/** One run of the watch. `id` grows in the order in which runs began. */
export type WatchRun = { id: bigint; startedAt: Date; outcome: string };

export type CoverageFacts = {
  /** runs that began from `from` to `to`, in any order, and the newest good one before */
  runs: readonly WatchRun[];
  /** when the portal wrote its baseline; null when no watch ever went well */
  watchingSince: Date | null;
  /** the earliest moment to look at */
  from: Date;
  to: Date;
  intervalMinutes: number;
  /** a run that has not ended after this long never will */
  runEndsWithinMs: number;
};

/** from when to when, in ms since 1970 */
type Span = { from: number; to: number };

const SLICES = 60;
const MAX_LISTED = 10;

/**
 * When the watch was really watching. The rule: a good look covers one interval from its start. The next one may come a
 * little late, because cron is not exact (by a tenth of the interval, or by a minute but no more than half of it), and
 * the two still join; later than that, the time from the end of the interval to the next look was blind. What failed,
 * never ended or never ran covers nothing. All of it by the interval in force now.
 *
 * A check that carries a later time than one that began after it was made while the clock was wrong: nobody knows when
 * it was, so it covers nothing either.
 */
export function coverageOf(facts: CoverageFacts): Coverage {
  const { watchingSince, to, intervalMinutes } = facts;
  const { runs, looks: checks, window, blind } = weigh(facts);
  const last = checks.at(-1);
  const gaps = blind.map((span) => toBlindTime(span, span.to === window.to && last !== window.to));
  const byLength = [...gaps].sort((a, b) => b.minutes - a.minutes);
  return {
    from: new Date(window.from).toISOString(),
    to: to.toISOString(),
    interval: intervalMinutes,
    watched: watchingSince ? watchedPart(window, blind) : null,
    slices: watchingSince ? slicesOf(window).map((slice) => watchedPart(slice, blind)) : [],
    checks: checks.filter((at) => at >= facts.from.getTime()).length,
    failedChecks: runs.filter((run) => run.startedAt >= facts.from && hasFailed(run, facts)).length,
    blind: byLength.slice(0, MAX_LISTED).sort((a, b) => Date.parse(b.from) - Date.parse(a.from)),
    blindCount: blind.length,
    longest: byLength[0] ?? null,
    lastCheckAt: last === undefined ? null : new Date(last).toISOString(),
  };
}

/** Every time without a good look, oldest first, by the same rule. Before the portal began to watch there is none. */
export function blindTimesOf(facts: CoverageFacts): BlindTime[] {
  const { looks: checks, window, blind } = weigh(facts);
  return blind.map((span) => toBlindTime(span, span.to === window.to && checks.at(-1) !== window.to));
}

/**
 * How much of each of these spans was watched, 0 to 1, by the same rule; only what lies within the facts' own time
 * counts. Before the portal began to watch nothing was.
 */
export function watchedParts(facts: CoverageFacts, spans: readonly Span[]): number[] {
  const { window, blind } = weigh(facts);
  return spans.map((span) => {
    const seen = { from: Math.max(span.from, window.from), to: Math.min(span.to, window.to) };
    return facts.watchingSince && seen.from <= seen.to ? watchedPart(seen, blind) : 0;
  });
}

function weigh(facts: CoverageFacts) {
  const runs = atTheirTime(facts.runs).filter(({ startedAt }) => startedAt <= facts.to);
  const checks = runs.filter(({ outcome }) => outcome === "done").map(({ startedAt }) => startedAt.getTime());
  const window = { from: beginOf(facts).getTime(), to: facts.to.getTime() };
  const blind = facts.watchingSince ? blindSpans(checks, window, facts.intervalMinutes * MINUTE_MS) : [];
  return { runs, looks: checks, window, blind };
}

/** Not before the portal began to watch; a beginning that lies ahead says nothing, the clock was wrong. */
function beginOf({ watchingSince, from, to }: CoverageFacts): Date {
  return watchingSince && watchingSince > from && watchingSince <= to ? watchingSince : from;
}

/** Whether changes made outside may go unnoticed for longer than they should (E45). Never looked: yes. */
export function watchIsLate(lastCheckAt: Date | null, intervalMinutes: number, at: Date): boolean {
  return lastCheckAt === null || at.getTime() - lastCheckAt.getTime() > MISSED_CHECKS * intervalMinutes * MINUTE_MS;
}

/** In order of time, without those whose clock was ahead of a run that began after them. */
function atTheirTime(runs: readonly WatchRun[]): WatchRun[] {
  const kept: WatchRun[] = [];
  for (const run of [...runs].sort((a, b) => (a.id < b.id ? 1 : -1))) {
    const next = kept.at(-1);
    if (!next || run.startedAt <= next.startedAt) kept.push(run);
  }
  return kept.reverse();
}

function hasFailed({ outcome, startedAt }: WatchRun, { to, runEndsWithinMs }: CoverageFacts): boolean {
  return outcome === "running" ? to.getTime() - startedAt.getTime() > runEndsWithinMs : outcome !== "done";
}

/** @param checks when good checks began, in order */
function blindSpans(checks: readonly number[], window: Span, intervalMs: number): Span[] {
  const graceMs = Math.max(Math.min(MINUTE_MS, intervalMs / 2), intervalMs / 10);
  const spans: Span[] = [];
  let covered = window.from;
  for (const check of [...checks, window.to]) {
    if (check - covered > graceMs) spans.push({ from: covered, to: check });
    covered = Math.max(covered, check + intervalMs);
  }
  return spans;
}

function toBlindTime({ from, to }: Span, isOpen: boolean): BlindTime {
  return {
    from: new Date(from).toISOString(),
    to: isOpen ? null : new Date(to).toISOString(),
    minutes: Math.ceil((to - from) / MINUTE_MS),
  };
}

function slicesOf({ from, to }: Span): Span[] {
  const length = (to - from) / SLICES;
  return Array.from({ length: SLICES }, (_, index) => ({
    from: from + index * length,
    to: from + (index + 1) * length,
  }));
}

function watchedPart(span: Span, blind: readonly Span[]): number {
  const length = span.to - span.from;
  if (length <= 0) return 1;
  const lost = blind.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)),
    0,
  );
  return Math.max(0, 1 - lost / length);
}
