import type { EverySiteTime } from "@/lib/ledger/audit/every-site-times";
import type { Verdict } from "@/lib/ledger/audit/walk-chain";
import type { BlockPeriods } from "./block-periods";
import { limitsOf } from "./limits";
import type { Bounds } from "./policy";
import type { TracedPeriod } from "./public-period-tracker";
import type {
  NotificationRecord,
  PublicPeriod,
  Statement,
  StatementCoverage,
  StatementEvent,
  StatementFinding,
} from "./schema";

/** Everything that was read for one statement. */
type StatementFacts = {
  instance: string;
  portal: string;
  portalVersion: string;
  month: string;
  timeZone: string;
  bounds: Bounds;
  madeAt: Date;
  watchingSince: Date;
  periods: readonly TracedPeriod[];
  /** events that tellings go back to */
  events: readonly StatementEvent[];
  locks: BlockPeriods;
  pauses: BlockPeriods;
  everySite: readonly EverySiteTime[];
  tellings: readonly NotificationRecord[];
  findings: readonly StatementFinding[];
  coverage: StatementCoverage | null;
  /** how often the log lost entries of the time */
  losses: number;
  chain: Pick<Statement["chain"], "monthEnd" | "head">;
  /** null: the chain was not walked */
  verdict: Verdict | null;
};

/** The statement. Says what the facts say, what follows from them, and what is not known. */
export function buildStatement(facts: StatementFacts): Statement {
  const { bounds, watchingSince, coverage, tellings, locks, pauses, everySite, losses } = facts;
  const sites = facts.periods.map(({ period }) => period);
  const beganWithin = watchingSince > bounds.from;
  return {
    ...{ instance: facts.instance, portal: facts.portal, portalVersion: facts.portalVersion },
    ...{ month: facts.month, timeZone: facts.timeZone },
    from: bounds.from.toISOString(),
    to: bounds.to.toISOString(),
    madeAt: facts.madeAt.toISOString(),
    complete: bounds.complete,
    totals: totalsOf(sites, bounds),
    limits: limitsOf({ complete: bounds.complete, beganWithin, periods: sites, coverage, tellings, everySite, losses }),
    coverage,
    chain: { ...facts.chain, verified: facts.verdict && toVerified(facts.verdict) },
    locks: [...locks.all],
    pauses: [...pauses.all],
    ...(everySite.length > 0 ? { everySite: everySite.map(toEverySite) } : {}),
    sites,
    events: eventsOf(facts),
    tellings: [...tellings],
    findings: [...facts.findings],
  };
}

function toEverySite({ since, until, seqs }: EverySiteTime): NonNullable<Statement["everySite"]>[number] {
  return { since: since.toISOString(), until: until?.toISOString() ?? null, seqs };
}

function totalsOf(periods: readonly PublicPeriod[], { from }: Bounds): Statement["totals"] {
  const start = from.toISOString();
  const begun = periods.filter(({ since }) => since !== null && since >= start);
  const publishers = new Map<string, number>();
  for (const { began } of begun) {
    if (began?.by) publishers.set(began.by, (publishers.get(began.by) ?? 0) + 1);
  }
  return {
    sites: new Set(periods.map(({ siteId }) => siteId)).size,
    publicAtStart: periods.filter(({ since }) => since === null || since < start).length,
    publicAtEnd: periods.filter(({ until }) => until === null).length,
    madePublic: begun.filter(({ began }) => began?.how !== "before-portal").length,
    madePrivate: periods.filter(({ until }) => until !== null).length,
    publishers: [...publishers]
      .map(([login, sites]) => ({ login, sites }))
      .sort((a, b) => (a.login < b.login ? -1 : 1)),
  };
}

/** Each event once, in order. */
function eventsOf({ periods, events: eventsOfMails }: StatementFacts): StatementEvent[] {
  const events = new Map(eventsOfMails.map((event) => [event.seq, event]));
  for (const period of periods) for (const event of period.events) events.set(event.seq, event);
  return [...events.values()].sort((a, b) => a.seq - b.seq);
}

/** What a walk of the chain found, as a statement says it. */
export function toVerified(verdict: Verdict): NonNullable<Statement["chain"]["verified"]> {
  return verdict.ok
    ? { ok: true, events: verdict.events, brokenAt: null, problem: null }
    : { ok: false, events: null, brokenAt: verdict.seq, problem: verdict.problem };
}
