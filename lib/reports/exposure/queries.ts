import { aboutEverySite, EverySiteTimes } from "@/lib/ledger/audit/every-site-times";
import { toEntry } from "@/lib/ledger/audit/queries";
import { matchingEvents } from "@/lib/ledger/audit/stored-events";
import { siteCount } from "@/lib/ledger/audit/stored-site-ids";
import { readWatchingSince } from "@/lib/ledger/settings/store";
import { publicSiteIds, removableSiteIds } from "@/lib/matomo/public-sites";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { DAY_MS, now } from "@/lib/platform/clock";
import { beginOfDay, dayIn } from "@/lib/platform/date-format";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { joinSql, sql } from "@/lib/platform/db/sql";
import { watchedParts } from "@/lib/reports/coverage/policy";
import { readCoverageFacts } from "@/lib/reports/coverage/queries";
import { ChangesByDay, type Day, daysBetween, EXPOSURE_TYPES, seriesOf, watchedWord, withEverySite } from "./policy";
import type { Exposure, ExposureDay, ExposureRange } from "./schema";

/** Rows of three short columns per statement. */
const CHUNK = 5_000;
/** A check every five minutes for as long as checks are kept (lib/jobs/housekeep.ts); beyond them a day is `unknown`. */
const MAX_RUNS = 120_000;

const ofExposure = sql`type IN (${joinSql(EXPOSURE_TYPES)})`;

/**
 * How many sites were public at the end of each day. Eight statements, two more when every site was public at some time, and one more for every 5,000 events in the
 * range beyond the first.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never a calm picture instead
 */
export function listExposure({ range }: { range: ExposureRange }): Promise<Exposure> {
  return withDatabaseErrors(() => readExposure(db(), range, now()));
}

async function readExposure(reader: DbClient, range: ExposureRange, to: Date): Promise<Exposure> {
  const timeZone = await readInstanceTimeZone(reader);
  const state = await readState(reader);
  const watchingSince = await readWatchingSince(reader);
  const { publicNow } = state;
  if (watchingSince === null) return { publicNow, days: [], knownFrom: "baseline", unseen: 0 };

  const days = daysOf(range, watchingSince, to, timeZone);
  const changes = await readChanges(reader, days, state.head);
  const watched = await readWatched(reader, days, to);
  const series = seriesOf({ ...state, days, changes: changes.all, watched });
  const { sites, flagged, head } = state;
  const times = flagged ? await readEverySiteTimes(reader, days[0]?.begins ?? to, to, head) : [];
  return {
    days: withEverySite(series.days, times, { beginsOf: (day) => beginOfDay(day, timeZone), sites, to }),
    publicNow,
    knownFrom: series.gapUntil ? "log-gap" : "baseline",
    unseen: state.grantedNow - state.accounted,
  };
}

/** `publicNow`: whatever makes them so. `grantedNow`: by a row, also one that is away for a moment, which events tell of. `accounted`: that they tell of. */
type State = {
  head: bigint;
  sites: number;
  publicNow: number;
  grantedNow: number;
  accounted: number;
  /** every site was public at some time */
  flagged: boolean;
};

/** One statement, so that a change made at this moment is either in all of it or in none. */
async function readState(reader: DbClient): Promise<State> {
  type Numbers = Record<"head" | "sites" | "flagged" | "publicNow" | "grantedNow" | "accounted", bigint | number>;
  const [row] = await reader.$queryRaw<Numbers[]>`
    SELECT h.seq AS head, (SELECT COUNT(*) FROM portal_publication) AS accounted,
      (SELECT COUNT(*) FROM \`matomo_site\`) AS sites,
      (SELECT COUNT(*) FROM portal_audit_event WHERE ${aboutEverySite}) AS flagged,
      (SELECT COUNT(*) FROM (${publicSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite) AS publicNow,
      (SELECT COUNT(*) FROM (${removableSiteIds}) p JOIN \`matomo_site\` s ON s.idsite = p.idsite) AS grantedNow
    FROM portal_audit_head h WHERE h.id = 1`;
  if (!row) throw new Error("The audit log has no chain head: the table portal_audit_head was emptied.");
  return {
    head: BigInt(row.head),
    sites: Number(row.sites),
    flagged: Number(row.flagged) > 0,
    publicNow: Number(row.publicNow),
    grantedNow: Number(row.grantedNow),
    accounted: Number(row.accounted),
  };
}

/** The times in which every site was public, in the range: two statements for each 500 of their events. */
async function readEverySiteTimes(reader: DbClient, from: Date, to: Date, head: bigint) {
  const times = new EverySiteTimes();
  for await (const page of matchingEvents(reader, head, aboutEverySite)) {
    for (const { seq, at, facts } of page.map(toEntry)) times.add({ seq, at: new Date(at), facts });
  }
  return times.within({ from, to });
}

/** The days of the range, not before the day on which the portal began to watch; always today. */
function daysOf(range: ExposureRange, watchingSince: Date, to: Date, timeZone: string): Day[] {
  const today = dayIn(to, timeZone);
  const known = dayIn(watchingSince, timeZone);
  const asked = range === "all" ? known : firstOf(today, Number(range));
  const first = [today, known > asked ? known : asked].sort()[0] ?? today;
  return daysBetween(first, today).map((day) => ({ day, begins: beginOfDay(day, timeZone) }));
}

/** The first of so many calendar days up to `today`. */
function firstOf(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}

async function readChanges(reader: DbClient, days: readonly Day[], head: bigint): Promise<ChangesByDay> {
  const changes = new ChangesByDay(days);
  for (let after = await readSeqBefore(reader, days[0]?.begins ?? now()); after !== null; ) {
    const rows = await reader.$queryRaw<{ seq: bigint | number; at: Date; type: string; sites: bigint | number }[]>`
      SELECT seq, at, type, ${siteCount} AS sites FROM portal_audit_event
      WHERE seq > ${after} AND seq <= ${head} AND ${ofExposure} ORDER BY seq LIMIT ${CHUNK}`;
    for (const { at, type, sites } of rows) changes.add({ at, type, sites: Number(sites) });
    after = rows.length < CHUNK ? null : BigInt(rows.at(-1)?.seq ?? head);
  }
  return changes;
}

/** The events are in order of their number and not of their time, which is wrong when the clock was. */
async function readSeqBefore(reader: DbClient, begins: Date): Promise<bigint | null> {
  const [row] = await reader.$queryRaw<{ seq: bigint | number | null }[]>`
    SELECT MIN(seq) AS seq FROM portal_audit_event WHERE at >= ${begins} AND ${ofExposure}`;
  const seq = row?.seq ?? null;
  return seq === null ? null : BigInt(seq) - 1n;
}

async function readWatched(reader: DbClient, days: readonly Day[], to: Date): Promise<ExposureDay["watched"][]> {
  const since = days[0]?.begins ?? to;
  const facts = await readCoverageFacts(reader, { since, to, maxRuns: MAX_RUNS });
  const spans = days.map(({ begins }, index) => ({
    from: begins.getTime(),
    to: (days[index + 1]?.begins ?? to).getTime(),
  }));
  return watchedParts(facts, spans).map((part, index) => {
    const isKept = (spans[index]?.from ?? 0) >= facts.from.getTime();
    return watchedWord(isKept ? part : null);
  });
}
