import { effectOf } from "@/lib/ledger/audit/effect-terms";
import type { AuditEntry } from "@/lib/ledger/audit/schema";
import type { Bounds } from "./policy";
import type { PublicPeriod, StatementEvent } from "./schema";
import type { Beginning, EndingHow, PublicPeriodChannel } from "./terms";
import { toStatementEvent } from "./to-statement-event";

type Named = { name: string; url: string };
/** What is known of a site while it is public; `origin` is the event that made it public, before any pause. */
type Open = {
  siteId: number;
  since: Date;
  began: { how: Beginning; event: StatementEvent };
  channel: PublicPeriodChannel;
  origin: StatementEvent;
  plannedEnd: string | null;
  extended: StatementEvent[];
  named: Named | null;
};
type Ended = { how: EndingHow; event: StatementEvent };
type Begun = Pick<Open, "channel" | "origin" | "plannedEnd">;
/** What a block remembers, or a pause of an older version: while that was on, a block that ended forgot its own alone. */
type Aside = Begun & { by: "locked" | "paused" };
/** A public period, and the events it goes back to. */
export type TracedPeriod = { period: PublicPeriod; events: readonly StatementEvent[] };

/**
 * Finds out, from all events about public access in their order, when each site was public within a time. Keeps what is
 * public at the moment and what touches the time, so its memory does not grow with the log.
 */
export class PublicPeriodTracker {
  readonly #bounds: Bounds;
  readonly #open = new Map<number, Open>();
  readonly #aside = new Map<number, Aside>();
  readonly #periods: TracedPeriod[] = [];

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  add(entry: AuditEntry): void {
    const { facts } = entry;
    if (facts.type === "public-access.pause-dropped") this.#forget(null);
    if (facts.type === "public-access.unlocked") this.#forget(facts.left === undefined ? "locked" : null);
    const effect = effectOf(facts.type);
    if (!effect || !("siteIds" in facts) || !("sites" in facts)) return;
    const event = toStatementEvent(entry);
    const named = new Map(facts.sites.map(({ id, name, url }) => [id, { name, url }]));
    // A clock that was ahead: nothing of this time ended or began after it.
    const promised = new Map(endsOf(facts));
    const at = new Date(Math.min(Date.parse(entry.at), this.#bounds.to.getTime()));
    for (const id of facts.siteIds) {
      if (effect.does === "open")
        this.#begin(id, { how: effect.how, event, promised: promised.get(id) }, at, named.get(id) ?? null);
      else if (effect.does === "close")
        this.#end(id, { how: endingOf(entry, effect.how), event }, at, named.get(id) ?? null);
      else if (effect.does === "extend") this.#extend(id, event);
    }
    if (facts.type === "public-access.resumed") this.#forget(null);
  }

  /** Every public period that touches the time, by site and then by time; what is open still has no end. */
  finish(): TracedPeriod[] {
    for (const open of this.#open.values()) this.#keep(toPeriod(open, null, null, this.#bounds), eventsOf(open, null));
    this.#open.clear();
    return this.#periods.sort((a, b) => a.period.siteId - b.period.siteId);
  }

  #begin(siteId: number, began: Open["began"] & { promised?: string | undefined }, since: Date, named: Named | null) {
    // Public already by what is known: what made it so first still counts.
    if (this.#open.has(siteId)) return;
    const { how, event, promised } = began;
    const known = how === "resumed" ? this.#aside.get(siteId) : undefined;
    const fresh = { channel: CHANNEL_OF[how], origin: event, plannedEnd: promised ?? event.plannedEnd };
    const { channel, origin, plannedEnd }: Begun = known ?? fresh;
    this.#open.set(siteId, {
      ...{ siteId, since, began: { how, event }, channel, origin, plannedEnd },
      ...{ extended: [], named },
    });
  }

  #end(siteId: number, ended: Ended, at: Date, named: Named | null): void {
    const open = this.#open.get(siteId);
    this.#open.delete(siteId);
    const by = open && REMEMBERS[ended.event.type];
    if (by && !this.#aside.has(siteId)) {
      const { channel, origin, plannedEnd } = open;
      this.#aside.set(siteId, { channel, origin, plannedEnd, by });
    }
    if (at < this.#bounds.from) return;
    if (!open) {
      this.#keep(beginningUnknown(siteId, ended, at, named), [ended.event]);
    } else if (at > this.#bounds.from || open.since >= this.#bounds.from) {
      const until = new Date(Math.max(at.getTime(), open.since.getTime()));
      const known = { ...open, named: open.named ?? named };
      this.#keep(toPeriod(known, until, ended, this.#bounds), eventsOf(open, ended.event));
    }
  }

  /** What was remembered by that; null: by whatever. */
  #forget(by: Aside["by"] | null): void {
    for (const [siteId, aside] of this.#aside) if (by === null || aside.by === by) this.#aside.delete(siteId);
  }

  #extend(siteId: number, event: StatementEvent): void {
    const open = this.#open.get(siteId);
    if (!open) return;
    open.plannedEnd = event.plannedEnd;
    open.extended.push(event);
  }

  #keep(period: PublicPeriod, events: readonly StatementEvent[]): void {
    this.#periods.push({ period, events });
  }
}

/** The end dates that held again when sites became public outside, by site. */
function endsOf(facts: AuditEntry["facts"]): [number, string][] {
  if (facts.type !== "public-access.granted-outside") return [];
  return (facts.ends ?? []).flatMap(({ until, siteIds }) => siteIds.map((id): [number, string] => [id, until]));
}

/** Events that make everything private and remember what was public. */
const REMEMBERS: Record<string, Aside["by"]> = { "public-access.locked": "locked", "public-access.paused": "paused" };

const CHANNEL_OF: Record<Beginning, PublicPeriodChannel> = {
  granted: "portal",
  resumed: "portal",
  outside: "outside",
  "before-portal": "before-portal",
};

function endingOf({ facts }: AuditEntry, closes: "revoked" | "locked" | "paused" | "outside"): EndingHow {
  if (closes !== "revoked") return closes;
  return facts.type === "public-access.revoked" ? facts.cause : "super-user";
}

function eventsOf(open: Open, ended: StatementEvent | null): StatementEvent[] {
  return [open.origin, open.began.event, ...open.extended, ...(ended ? [ended] : [])];
}

function toPeriod(open: Open, until: Date | null, ended: Ended | null, { from, to }: Bounds): PublicPeriod {
  const { siteId, since, began, channel, origin, plannedEnd, extended, named } = open;
  const withinMs = (until ?? to).getTime() - Math.max(since.getTime(), from.getTime());
  return {
    ...beginningUnknown(siteId, ended, until, named),
    since: since.toISOString(),
    secondsWithin: Math.max(0, Math.floor(withinMs / 1_000)),
    channel,
    publishedBy: channel === "portal" ? origin.by : null,
    publishedSeq: origin.seq,
    plannedEnd,
    began: { how: began.how, seq: began.event.seq, by: began.event.by },
    extendedSeqs: extended.map(({ seq }) => seq),
  };
}

/** It became private, and no event tells that it was public: somebody should know that it was. */
function beginningUnknown(siteId: number, ended: Ended | null, until: Date | null, named: Named | null): PublicPeriod {
  return {
    siteId,
    name: named?.name ?? null,
    nameFrom: named ? "event" : "unknown",
    url: named?.url ?? null,
    since: null,
    until: until?.toISOString() ?? null,
    secondsWithin: null,
    channel: "unknown",
    publishedBy: null,
    publishedSeq: null,
    plannedEnd: null,
    began: null,
    extendedSeqs: [],
    ended: ended && { how: ended.how, seq: ended.event.seq, by: ended.event.by },
  };
}
