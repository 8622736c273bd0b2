import { typesThat } from "@/lib/ledger/audit/effect-terms";
import { aboutEverySite, type EverySiteTime, EverySiteTimes } from "@/lib/ledger/audit/every-site-times";
import { toEntry } from "@/lib/ledger/audit/queries";
import { type AuditEntry, type AuditType, auditFactsSchema } from "@/lib/ledger/audit/schema";
import { matchingEvents } from "@/lib/ledger/audit/stored-events";
import { DAY_MS, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { joinSql, sql } from "@/lib/platform/db/sql";
import { BlockPeriods } from "./block-periods";
import type { Folding } from "./notification-ledger";
import type { Bounds } from "./policy";
import { PublicPeriodTracker, type TracedPeriod } from "./public-period-tracker";
import type { Cause } from "./read-notifications";
import type { StatementEvent, StatementFinding } from "./schema";
import { toStatementEvent } from "./to-statement-event";

/** Read from the beginning of the log: what made sites public and private, and when that was forbidden. */
const STORY_TYPES = typesThat(() => true);
/** Read of the time alone: what else people were notified of. */
const MONTH_TYPES: readonly AuditType[] = [
  "public-access.end-near",
  "public-access.lapse-near",
  "public-access.reduced-to-view",
  "public-access.rows-removed",
  "finding.opened",
  "finding.changed",
  "finding.closed",
  "finding.acknowledged",
  "reminder.queued",
];

/** What the audit log says of a time. */
type LogStory = {
  periods: TracedPeriod[];
  locks: BlockPeriods;
  pauses: BlockPeriods;
  /** when every site was public, whatever the permissions said */
  everySite: EverySiteTime[];
  /** of the events of the time that people may have been told of */
  causes: Cause[];
  events: StatementEvent[];
  findings: StatementFinding[];
};

/**
 * Walks the events about public access from the beginning of the log up to `last`, and those of the time itself that
 * people were notified of. Two statements for each 500 events.
 */
export async function readLog(db: DbClient, bounds: Bounds, last: bigint): Promise<LogStory> {
  const book = new PublicPeriodTracker(bounds);
  const story = {
    locks: new BlockPeriods("locks", bounds),
    pauses: new BlockPeriods("pauses", bounds),
    ...{ causes: [] as Cause[], events: [] as StatementEvent[], findings: [] as StatementFinding[] },
  };
  const everySite = new EverySiteTimes();
  const isStory = sql`(type IN (${joinSql(STORY_TYPES)}) OR ${aboutEverySite})`;
  const isOfMonth = sql`(type IN (${joinSql([...MONTH_TYPES])}) AND at >= ${bounds.from})`;
  for await (const page of matchingEvents(db, last, sql`(${isStory} OR ${isOfMonth})`)) {
    for (const entry of page.map(toEntry)) {
      book.add(entry);
      story.locks.add(entry);
      story.pauses.add(entry);
      everySite.add({ seq: entry.seq, at: new Date(entry.at), facts: entry.facts });
      if (new Date(entry.at) < bounds.from) continue;
      const event = toStatementEvent(entry);
      story.events.push(event);
      story.causes.push({ seq: event.seq, at: new Date(event.at), by: event.by, keys: keysOf(entry) });
      if (entry.facts.type === "finding.opened") story.findings.push(toFinding(entry, entry.facts));
    }
  }
  return { periods: book.finish(), everySite: everySite.within(bounds), ...story };
}

/** What the mails about an event are called in the outbox. */
function keysOf({ seq, facts }: AuditEntry): string[] {
  if (facts.type !== "reminder.queued") return [`event/${seq}`];
  return [`reminder/${facts.period}`, `reminder/${facts.period}/slow`];
}

type Opened = Extract<AuditEntry["facts"], { type: "finding.opened" }>;

function toFinding({ seq, at }: AuditEntry, { finding, siteIds }: Opened): StatementFinding {
  return { seq, at, finding, sites: siteIds.length, siteIds };
}

/** The digests of a time, and those of the day after it, which tell of its last minute. */
export async function readFoldings(db: DbClient, { from, to }: Bounds, head: bigint): Promise<Folding[]> {
  const rows = await db.auditEvent.findMany({
    where: { type: "alerts.folded", at: { gte: from, lt: plus(to, DAY_MS) }, seq: { lte: head } },
    orderBy: { seq: "asc" },
    select: {
      seq: true,
      at: true,
      type: true,
      actorType: true,
      actorName: true,
      ip: true,
      userAgent: true,
      facts: true,
    },
  });
  return rows
    .map(toEntry)
    .flatMap(({ seq, at, facts }) =>
      facts.type === "alerts.folded" ? [{ seq, at: new Date(at), login: facts.login }] : [],
    );
}

/** How often the log went back over some of a time: then events of it may be gone, whenever that was noticed. */
export async function countLosses(db: DbClient, { from, to }: Bounds, head: bigint): Promise<number> {
  const rows = await db.auditEvent.findMany({
    where: { type: "log.went-back", at: { gte: from }, seq: { lte: head } },
    select: { type: true, facts: true },
  });
  return rows.filter(({ type, facts }) => {
    const event = auditFactsSchema.parse({ ...JSON.parse(facts), type });
    return event.type === "log.went-back" && (event.since === null || new Date(event.since) < to);
  }).length;
}

/** The newest event of a time, and its link of the chain; null while there is none. */
export async function readLastLink(
  db: DbClient,
  to: Date,
  head: bigint,
): Promise<{ seq: bigint; hash: string } | null> {
  return db.auditEvent.findFirst({
    where: { at: { lt: to }, seq: { lte: head } },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
}
