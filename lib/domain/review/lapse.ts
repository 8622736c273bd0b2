import { revokeByPortal } from "@/lib/domain/public-access/revoke";
import { type Lease, requireLease } from "@/lib/ledger/jobs/lease";
import { announce } from "@/lib/messaging/alerts/announce";
import { describeSites } from "@/lib/messaging/alerts/changed-sites";
import { DAY_MS, now, plus } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { firstWarnings, LAST_WARNING_DAYS } from "./lapse-policy";
import { readLapseRule, readUnconfirmed, type Unconfirmed, writeLapses } from "./lapses";

export type LapseCounts = { warned: number; lapsed: number };

type Warning = { siteIds: number[]; lapsesAt: Date; days: number };
type Plan = { lapsed: number[]; warnings: Warning[] };

/**
 * Warns of sites that nobody confirmed, and makes private those whose announced moment has come: while the rule
 * `reviews.unconfirmed` is on. One warning for each step, for all sites at once. Every site was warned at least 20
 * hours before; a moment once announced stands until somebody keeps the site or the rule changes, also when the
 * cadence changes. Exactly once, whatever overlaps: decided again inside the write mutex.
 * @throws AppError when something cannot be read; `matomo_busy`, `lease_lost`
 */
export async function runLapses({ lease }: { lease?: Lease } = {}): Promise<LapseCounts> {
  if (!(await lapsesAreDue())) return { warned: 0, lapsed: 0 };
  return inTransaction(async (tx) => {
    if (lease) await requireLease(tx, lease);
    const at = now();
    const { lapsed, warnings } = await plan(tx.db, at);
    for (const warning of warnings) await warn(tx, warning, at);
    const revoked = lapsed.length > 0 ? await revokeByPortal(tx, lapsed, "unconfirmed", at) : null;
    return {
      warned: warnings.reduce((sum, warning) => sum + warning.siteIds.length, 0),
      lapsed: revoked?.revokedCount ?? 0,
    };
  });
}

/** Whether `runLapses` would find anything to do. Only reads. */
export async function lapsesAreDue(): Promise<boolean> {
  const { lapsed, warnings } = await withDatabaseErrors(() => plan(db(), now()));
  return lapsed.length > 0 || warnings.length > 0;
}

async function plan(reader: DbClient, at: Date): Promise<Plan> {
  const rule = await readLapseRule(reader);
  if (!rule) return { lapsed: [], warnings: [] };
  const due = firstWarnings(at, rule);
  const sites = await readUnconfirmed(reader, due.at(-1)?.before ?? null);
  const warnings = new Map<string, Warning>();
  const lapsed: number[] = [];
  for (const site of sites) {
    if (site.lapsesAt !== null && site.lapsesAt <= at) {
      lapsed.push(site.id);
      continue;
    }
    const warning =
      site.lapsesAt === null ? due.find(({ before }) => site.confirmedAt < before) : lastWarning(site, at);
    if (!warning) continue;
    const { lapsesAt, days } = warning;
    const key = `${days} ${lapsesAt.getTime()}`;
    const group = warnings.get(key) ?? { siteIds: [], lapsesAt, days };
    group.siteIds.push(site.id);
    warnings.set(key, group);
  }
  return { lapsed, warnings: [...warnings.values()] };
}

function lastWarning({ lapsesAt, warnedDays }: Unconfirmed, at: Date): { lapsesAt: Date; days: number } | null {
  const isDue = lapsesAt !== null && (warnedDays ?? Infinity) > LAST_WARNING_DAYS;
  return isDue && lapsesAt <= plus(at, LAST_WARNING_DAYS * DAY_MS) ? { lapsesAt, days: LAST_WARNING_DAYS } : null;
}

async function warn(tx: Tx, { siteIds, lapsesAt, days }: Warning, at: Date): Promise<void> {
  await writeLapses(tx, siteIds, lapsesAt, days);
  await announce(tx, {
    by: "reminders",
    at,
    sites: await describeSites(tx.db, siteIds),
    event: { type: "public-access.lapse-near", days, lapsesAt: lapsesAt.toISOString() },
    mail: { kind: "lapse-near", days, lapsesAt },
  });
}
