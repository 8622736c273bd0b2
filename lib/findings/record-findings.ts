import { type ChangedSites, describeSites } from "@/lib/alerts/changed-sites";
import { commonFacts, siteFacts } from "@/lib/alerts/facts";
import { queueAlert } from "@/lib/alerts/queue-alert";
import { type Roster, readRoster } from "@/lib/alerts/recipients";
import { recordAudit } from "@/lib/audit/record";
import { type AuditFacts, type JobName, NO_ORIGIN } from "@/lib/audit/schema";
import type { Tx } from "@/lib/db/transaction";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { type FindingDrift, isQuietAbout } from "@/lib/watch/diff";
import { deleteFindings, type KnownFinding, writeFindings } from "./open-findings";
import { type FindingPhase, isMailed, type SeenFinding } from "./policy";
import { seenOf } from "./seen/schema";
import { type FindingKind, findingKinds } from "./terms";

type Context = { roster: Roster; timeZone: string; teller: Teller; at: Date };
/** Who can see findings: the watch in Matomo's tables, the probe from outside. */
type Teller = { job: Extract<JobName, "watch" | "probe">; isMailed?: boolean };
/** What is told of one kind: all of it in the audit log, and by mail what `phase` says of it. */
type Telling = {
  kind: FindingKind;
  findings: readonly SeenFinding[];
  mailed: readonly SeenFinding[];
  phase: FindingPhase;
};

/**
 * Records and announces findings that opened, changed or closed: rows, one audit event for each kind, and one alert
 * for each kind that is mailed (policy.ts), all or nothing. A finding that changed is acknowledged by nobody any more.
 * @param teller.isMailed false: what closed is neither mended nor news, and stands in the audit log alone
 */
export async function recordFindings(
  tx: Tx,
  drift: FindingDrift,
  at: Date,
  teller: Teller = { job: "watch" },
): Promise<void> {
  if (isQuietAbout(drift)) return;
  const context = { roster: await readRoster(tx.db), timeZone: await readInstanceTimeZone(tx.db), teller, at };
  const rows: (KnownFinding & { eventSeq: bigint })[] = [];
  for (const kind of findingKinds) {
    const opened = drift.opened.filter((finding) => finding.kind === kind);
    const changed = drift.changed.filter((finding) => finding.kind === kind);
    const closed = drift.closed.filter((finding) => finding.kind === kind);
    if (opened.length > 0) {
      const eventSeq = await tell(
        tx,
        "finding.opened",
        { kind, findings: opened, mailed: opened, phase: "found" },
        context,
      );
      rows.push(...opened.map((finding) => ({ ...finding, since: at, eventSeq })));
    }
    if (changed.length > 0) {
      const worse = changed.filter((finding) => finding.worse);
      const eventSeq = await tell(
        tx,
        "finding.changed",
        { kind, findings: changed, mailed: worse, phase: "worse" },
        context,
      );
      rows.push(...changed.map((finding) => ({ ...finding, eventSeq })));
    }
    if (closed.length > 0)
      await tell(tx, "finding.closed", { kind, findings: closed, mailed: closed, phase: "mended" }, context);
    await deleteFindings(
      tx,
      kind,
      [...changed, ...closed].map((finding) => finding.subject),
    );
  }
  await writeFindings(tx, rows);
}

type EventType = "finding.opened" | "finding.changed" | "finding.closed";

async function tell(
  tx: Tx,
  type: EventType,
  telling: Telling,
  { roster, timeZone, teller, at }: Context,
): Promise<bigint> {
  const { kind, findings, mailed, phase } = telling;
  const sites = await describeSites(tx.db, siteIdsOf(findings));
  const eventSeq = await recordAudit(tx, {
    actor: { type: "system", job: teller.job },
    origin: NO_ORIGIN,
    at,
    facts: auditFacts(type, kind, sites, detailsOf(findings, sites)),
  });
  if (mailed.length === 0 || teller.isMailed === false || !isMailed(kind, phase)) return eventSeq;
  const told = mailed === findings ? sites : await describeSites(tx.db, siteIdsOf(mailed));
  const details = detailsOf(mailed, told);
  const named = siteFacts(told);
  await queueAlert(tx, {
    eventSeq,
    roster,
    at,
    facts: {
      kind: "finding",
      ...commonFacts(at, timeZone),
      finding: kind,
      phase,
      sites: named.sites.map((site) => ({ ...site, detail: seenOf(details[String(site.id)] ?? "") })),
      total: named.total,
      detail: seenOf(details[""] ?? ""),
    },
  });
  return eventSeq;
}

function auditFacts(
  type: EventType,
  finding: FindingKind,
  { siteIds, named: sites }: ChangedSites,
  details: Record<string, string>,
): AuditFacts {
  return type === "finding.closed" ? { type, finding, siteIds, sites } : { type, finding, siteIds, sites, details };
}

function siteIdsOf(findings: readonly SeenFinding[]): number[] {
  return findings.flatMap(({ subject }) => (subject === "" ? [] : [Number(subject)]));
}

/** What was seen on the sites that are named, by idsite, or under "" for the user `anonymous`. */
function detailsOf(findings: readonly SeenFinding[], { named }: ChangedSites): Record<string, string> {
  const shown = new Set(["", ...named.map((site) => String(site.id))]);
  return Object.fromEntries(
    findings.filter(({ subject }) => shown.has(subject)).map(({ subject, detail }) => [subject, detail]),
  );
}
