import { guardLog } from "@/lib/domain/continuity/guard-log";
import { recordFindings } from "@/lib/domain/findings/record-findings";
import { recordDrift } from "@/lib/domain/public-access/record-drift";
import { revokeByPortal } from "@/lib/domain/public-access/revoke";
import { warnOfEnds } from "@/lib/domain/public-access/warn-of-ends";
import { ensureBaseline } from "@/lib/domain/publications/ensure-baseline";
import { readExpiredSiteIds } from "@/lib/domain/publications/publications";
import { rememberSites } from "@/lib/domain/publications/site-identity";
import { type Lease, requireLease } from "@/lib/ledger/jobs/lease";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { confirmMissing } from "./confirm-missing";
import { isUpToDate, takeSnapshot, type WatchSnapshot } from "./snapshot";

/** Numbers only, never names of sites. `public` is how many are public in the end, as far as is known. */
export type WatchCounts = {
  public: number;
  baseline: number;
  appeared: number;
  vanished: number;
  expired: number;
  blocked: number;
  opened: number;
  changed: number;
  closed: number;
  roster: number;
  warned: number;
};

/**
 * Compares Matomo with what the portal knows, and records and announces what changed outside the portal: sites,
 * findings, Super Users; makes private what has reached its end date and, while nothing may be public, what is; warns
 * of ends. Before all that it notices a log that went back. What is gone is believed when two watches a minute apart miss it; until then it counts as public. A quiet
 * watch reads and writes nothing. Running it twice or at once does no harm: what is recorded is
 * decided again inside the transaction that holds the portal's write mutex.
 *
 * @param options.lease the lease under which it runs; without it any more, nothing is written
 * @throws AppError when something cannot be read: a failed watch, never an empty one; `lease_lost`
 */
export async function runWatch({ lease }: { lease?: Lease } = {}): Promise<WatchCounts> {
  await guardLog();
  const first = await withDatabaseErrors(() => takeSnapshot(db(), now()));
  if (isUpToDate(first)) return { ...NOTHING, public: first.publicIds.length };
  return inTransaction(async (tx) => {
    if (lease) await requireLease(tx, lease);
    return recordChanges(tx, first, now());
  });
}

/** The counts of a quiet watch. */
export const NOTHING: Omit<WatchCounts, "public"> = {
  baseline: 0,
  appeared: 0,
  vanished: 0,
  expired: 0,
  blocked: 0,
  opened: 0,
  changed: 0,
  closed: 0,
  roster: 0,
  warned: 0,
};

/** Records by the snapshot that counts: in one transaction with the publications, which nobody else can change meanwhile. */
async function recordChanges(tx: Tx, first: WatchSnapshot, at: Date): Promise<WatchCounts> {
  const baseline = await ensureBaseline(tx, at);
  const second = await takeSnapshot(tx.db, at);
  const { appeared } = second.drift;
  const { missing, replaced, renamed } = second.sites;
  await rememberSites(tx, renamed);
  const { vanished, findings } = await confirmMissing(tx, { first, second, at });
  const isNew = new Set(appeared);
  const onAppeared = findings.opened.filter(({ subject }) => isNew.has(Number(subject)));
  await recordDrift(tx, { appeared, vanished, replaced }, at, onAppeared);
  await recordFindings(tx, findings, at, { job: "watch", announcedWith: isNew });
  const isPublic = new Set(second.publicIds);
  // Read again: what came back has its earlier end date.
  const ended = (await readExpiredSiteIds(tx.db, at)).filter((id) => isPublic.has(id));
  const expired = await revoked(tx, ended, "expired", at);
  const over = new Set(ended);
  const forbidden = second.isBlocked ? second.publicIds.filter((id) => !over.has(id)) : [];
  const blocked = await revoked(tx, forbidden, "locked", at);
  return {
    public: second.publicIds.length + missing.length - vanished.length - expired - blocked,
    ...baseline,
    appeared: appeared.length,
    vanished: vanished.length + replaced.length,
    expired,
    blocked,
    opened: findings.opened.length,
    changed: findings.changed.length,
    closed: findings.closed.length,
    warned: await warnOfEnds(tx, at),
  };
}

async function revoked(tx: Tx, siteIds: readonly number[], cause: "expired" | "locked", at: Date): Promise<number> {
  if (siteIds.length === 0) return 0;
  return (await revokeByPortal(tx, siteIds, cause, at)).revokedCount;
}
