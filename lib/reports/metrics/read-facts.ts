import { type DeliveryState, deliveryStates } from "@/lib/domain/deliveries/schema";
import type { AuditType } from "@/lib/ledger/audit/schema";
import { type FindingKind, findingKinds } from "@/lib/ledger/facts/finding-terms";
import { countPublicSites } from "@/lib/matomo/public-sites";
import { now } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";

type Numbers<K extends string> = Record<K, number>;

/** Kinds of drift that are told by an event of their own; the others by `finding.opened`. */
const OWN_EVENTS = {
  "public-access.granted-outside": "granted-outside",
  "public-access.revoked-outside": "revoked-outside",
  "roster.changed": "roster-changed",
} as const satisfies Partial<Record<AuditType, string>>;
type DriftKind = (typeof OWN_EVENTS)[keyof typeof OWN_EVENTS] | FindingKind;

/** Numbers only: no name, login or address of anything. */
export type MetricFacts = {
  publicSites: number;
  mails: Numbers<DeliveryState>;
  /** of those that wait; 0 when none does */
  oldestMailSeconds: number;
  alerts: { sent: number; failed: number };
  /** null when no watch ever went well */
  lastScan: { at: Date; seconds: number } | null;
  /** the newest probe that saw; null when there was none */
  outside: { at: Date; readable: number } | null;
  openFindings: Numbers<FindingKind>;
  drift: Numbers<DriftKind>;
};

/** What the metrics tell, from the database, which all servers share. A constant number of statements. */
export async function readMetricFacts(db: DbClient): Promise<MetricFacts> {
  const mails = await countMails(db);
  const ofState = (state: DeliveryState) => mails.filter((row) => row.state === state);
  const alerts = (state: DeliveryState) => sum(ofState(state).filter(({ isReminder }) => !isReminder));
  return {
    publicSites: await countPublicSites(db),
    mails: numbers(deliveryStates, (state) => sum(ofState(state))),
    oldestMailSeconds: await readOldestSeconds(db),
    alerts: { sent: alerts("sent"), failed: alerts("dead") },
    lastScan: await readLastScan(db),
    outside: await readLastProbe(db),
    openFindings: await countOpenFindings(db),
    drift: await countDrift(db),
  };
}

type MailCount = { state: string; isReminder: boolean; n: number };

async function countMails(db: DbClient): Promise<MailCount[]> {
  const rows = await db.$queryRaw<{ state: string; reminder: number | bigint; n: number | bigint }[]>`
    SELECT state, CASE WHEN kind = 'reminder' THEN 1 ELSE 0 END AS reminder, COUNT(*) AS n
    FROM portal_outbox GROUP BY state, CASE WHEN kind = 'reminder' THEN 1 ELSE 0 END`;
  return rows.map(({ state, reminder, n }) => ({ state, isReminder: Number(reminder) === 1, n: Number(n) }));
}

async function readOldestSeconds(db: DbClient): Promise<number> {
  const waiting = { state: { in: ["due", "held"] }, handledAt: null };
  const { _min } = await db.outboxMail.aggregate({ where: waiting, _min: { createdAt: true } });
  return _min.createdAt ? Math.max(0, (now().getTime() - _min.createdAt.getTime()) / 1_000) : 0;
}

async function readLastScan(db: DbClient): Promise<MetricFacts["lastScan"]> {
  const run = await db.run.findFirst({
    where: { job: "watch", outcome: "done", startedAt: { lte: now() } },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true, finishedAt: true },
  });
  if (!run?.finishedAt) return null;
  return { at: run.finishedAt, seconds: Math.max(0, (run.finishedAt.getTime() - run.startedAt.getTime()) / 1_000) };
}

async function readLastProbe(db: DbClient): Promise<MetricFacts["outside"]> {
  const probe = await db.probe.findFirst({
    where: { outcome: "seen", readable: { not: null } },
    orderBy: { at: "desc" },
    select: { at: true, readable: true },
  });
  return probe && probe.readable !== null ? { at: probe.at, readable: probe.readable } : null;
}

async function countOpenFindings(db: DbClient): Promise<Numbers<FindingKind>> {
  const rows = await db.finding.groupBy({ by: ["kind"], _count: true });
  return numbers(findingKinds, (kind) => rows.find((row) => row.kind === kind)?._count ?? 0);
}

async function countDrift(db: DbClient): Promise<Numbers<DriftKind>> {
  const types = Object.keys(OWN_EVENTS) as (keyof typeof OWN_EVENTS)[];
  const own = await db.auditEvent.groupBy({ by: ["type"], where: { type: { in: types } }, _count: true });
  // MariaDB gives the text with its quotes, SQLite without.
  const opened = await db.$queryRaw<{ kind: string | null; n: number | bigint }[]>`
    SELECT JSON_EXTRACT(facts, '$.finding') AS kind, COUNT(*) AS n
    FROM portal_audit_event WHERE type = 'finding.opened' GROUP BY JSON_EXTRACT(facts, '$.finding')`;
  const openedOf = (kind: FindingKind) =>
    Number(opened.find((row) => String(row.kind).replaceAll('"', "") === kind)?.n ?? 0);
  const ownKinds = types.map((type) => [OWN_EVENTS[type], own.find((row) => row.type === type)?._count ?? 0]);
  return { ...Object.fromEntries(ownKinds), ...numbers(findingKinds, openedOf) };
}

function sum(rows: readonly MailCount[]): number {
  return rows.reduce((total, { n }) => total + n, 0);
}

function numbers<K extends string>(keys: readonly K[], of: (key: K) => number): Numbers<K> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Numbers<K>;
}
