import { recordAudit } from "@/lib/ledger/audit/record";
import type { EventOf, JobName } from "@/lib/ledger/audit/schema";
import { type FindingKind, findingKinds } from "@/lib/ledger/facts/finding-terms";
import { timeZoneOf } from "@/lib/matomo/time-zone";
import { type ChangedSites, describeSites } from "@/lib/messaging/alerts/changed-sites";
import { commonFacts } from "@/lib/messaging/alerts/facts";
import { queueAlert } from "@/lib/messaging/alerts/queue-alert";
import { readRoster } from "@/lib/messaging/alerts/recipients";
import type { Tx } from "@/lib/platform/db/transaction";
import { type FindingDrift, isEmptyFindingDrift } from "./diff";
import { type FoundNews, foundFacts, inOneMail, siteIdsOf } from "./found-facts";
import { deleteFindings, type KnownFinding, writeFindings } from "./open-findings";
import { type FindingPhase, isMailed, type SeenFinding } from "./policy";
import { threadOf, threadsOf } from "./threads";

/** Who can see findings: the watch in Matomo's tables, the probe from outside. */
type Announcer = {
  job: Extract<JobName, "watch" | "probe">;
  /** false: what closed is neither mended nor news, and stands in the audit log alone */
  isMailed?: boolean;
  /** what opened on these sites is said in the alert that they became public */
  announcedWith?: ReadonlySet<number>;
};
type EventType = "finding.opened" | "finding.changed" | "finding.closed";
/** What is said of one kind: all of it in the audit log, and by mail what `phase` says of it. */
type FindingsEvent = {
  type: EventType;
  kind: FindingKind;
  findings: readonly SeenFinding[];
  mailed: readonly SeenFinding[];
  phase: FindingPhase;
};
type Context = { announcer: Announcer; at: Date; news: FoundNews[] };

/**
 * Records and announces findings that opened, changed or closed: rows, one audit event for each kind, and one alert
 * for all that opened or got worse, whatever its kind (policy.ts says what is mailed), all or nothing. A finding that
 * changed is acknowledged by nobody any more.
 */
export async function recordFindings(
  tx: Tx,
  drift: FindingDrift,
  at: Date,
  announcer: Announcer = { job: "watch" },
): Promise<void> {
  if (isEmptyFindingDrift(drift)) return;
  const context: Context = { announcer, at, news: [] };
  const rows: (KnownFinding & { eventSeq: bigint })[] = [];
  const isAnnounced = ({ subject }: SeenFinding) => announcer.announcedWith?.has(Number(subject)) === true;
  for (const kind of findingKinds) {
    const opened = drift.opened.filter((finding) => finding.kind === kind);
    const changed = drift.changed.filter((finding) => finding.kind === kind);
    const closed = drift.closed.filter((finding) => finding.kind === kind);
    if (opened.length > 0) {
      const mailed = opened.filter((finding) => !isAnnounced(finding));
      const event = { type: "finding.opened", kind, findings: opened, mailed, phase: "found" } as const;
      const eventSeq = await record(tx, event, context);
      rows.push(...opened.map((finding) => ({ ...finding, since: at, eventSeq })));
    }
    if (changed.length > 0) {
      const mailed = changed.filter((finding) => finding.worse);
      const event = { type: "finding.changed", kind, findings: changed, mailed, phase: "worse" } as const;
      const eventSeq = await record(tx, event, context);
      rows.push(...changed.map((finding) => ({ ...finding, eventSeq })));
    }
    if (closed.length > 0) {
      const event = { type: "finding.closed", kind, findings: closed, mailed: closed, phase: "mended" } as const;
      await record(tx, event, context);
    }
    await deleteFindings(
      tx,
      kind,
      [...changed, ...closed].map((finding) => finding.subject),
    );
  }
  await writeFindings(tx, rows);
  await alert(tx, context);
}

/** The audit event of one kind, and what a mail shall say of it. @returns the event's number */
async function record(tx: Tx, event: FindingsEvent, { announcer, at, news }: Context): Promise<bigint> {
  const { kind, findings, mailed, phase } = event;
  const sites = await describeSites(tx.db, siteIdsOf(findings));
  const eventSeq = await recordAudit(tx, {
    by: announcer.job,
    at,
    facts: auditFacts(event, sites),
  });
  if (mailed.length > 0 && announcer.isMailed !== false && isMailed(kind, phase)) {
    const mailedSites = mailed.length === findings.length ? sites : await describeSites(tx.db, siteIdsOf(mailed));
    const threads =
      phase === "found"
        ? [threadOf(kind, at)]
        : await threadsOf(
            tx.db,
            kind,
            mailed.map(({ subject }) => subject),
          );
    news.push({ ...foundFacts(kind, mailed, mailedSites), phase, eventSeq, threads });
  }
  return eventSeq;
}

async function alert(tx: Tx, { at, news }: Context): Promise<void> {
  if (news.length === 0) return;
  const roster = await readRoster(tx.db);
  const common = commonFacts(at, await timeZoneOf(tx));
  for (const { eventSeq, threads, ...found } of inOneMail(news)) {
    await queueAlert(tx, { eventSeq, roster, at, threads, facts: { kind: "finding", ...common, ...found } });
  }
}

/** With what was seen on the sites that are named, by idsite, or under "" for the user `anonymous`. */
function auditFacts(
  { type, kind: finding, findings }: FindingsEvent,
  { siteIds, named: sites }: ChangedSites,
): EventOf<EventType> {
  if (type === "finding.closed") return { type, finding, siteIds, sites };
  const shown = new Set(["", ...sites.map((site) => String(site.id))]);
  const seen = findings.filter(({ subject }) => shown.has(subject)).map(({ subject, detail }) => [subject, detail]);
  return { type, finding, siteIds, sites, details: Object.fromEntries(seen) };
}
