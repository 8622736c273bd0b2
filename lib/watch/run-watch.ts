import { setTimeout as sleep } from "node:timers/promises";
import { now } from "@/lib/clock";
import { type Lease, requireLease } from "@/lib/cron/lease";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { SeenFinding } from "@/lib/findings/policy";
import { recordFindings } from "@/lib/findings/record-findings";
import { ensureBaseline } from "@/lib/public-access/ensure-baseline";
import { recordDrift } from "@/lib/public-access/record-drift";
import { revokeByPortal } from "@/lib/public-access/revoke";
import { warnOfEnds } from "@/lib/public-access/warn-of-ends";
import { believe, believeFindings } from "./diff";
import { isNothingToDo, type Look, look } from "./look";

/** Numbers only, never names of sites. `public` is how many are public in the end. */
export type WatchCounts = {
  public: number;
  baseline: number;
  appeared: number;
  vanished: number;
  expired: number;
  locked: number;
  opened: number;
  changed: number;
  closed: number;
  roster: number;
  warned: number;
};

/** How long Matomo's bulk change may take between deleting and inserting again. */
const SECOND_LOOK_MS = 1_500;

/**
 * Compares Matomo with what the portal knows, and records and announces what changed outside the portal: sites,
 * findings, Super Users; makes private what has reached its end date and, while nothing may be public, what is; warns
 * of ends. A quiet watch reads and writes nothing. Running it twice or at once does no harm: what is recorded is
 * decided again inside the transaction that holds the portal's write mutex.
 *
 * @param options.secondLookMs pause before what is gone is believed to be gone
 * @param options.lease the lease under which it runs; without it any more, nothing is written
 * @throws AppError when something cannot be read: a failed watch, never an empty one; `lease_lost`
 */
export async function runWatch(options: { secondLookMs?: number; lease?: Lease } = {}): Promise<WatchCounts> {
  const { secondLookMs = SECOND_LOOK_MS, lease } = options;
  const first = await reading(() => look(db(), now()));
  if (isNothingToDo(first)) return { ...NOTHING, public: first.publicIds.length };
  if (first.drift.vanished.length > 0 || first.findings.closed.length > 0) await sleep(secondLookMs);
  return inTransaction(async (tx) => {
    if (lease) await requireLease(tx, lease);
    return lookAgain(tx, first, now());
  });
}

/** The counts of a quiet watch. */
export const NOTHING: Omit<WatchCounts, "public"> = {
  baseline: 0,
  appeared: 0,
  vanished: 0,
  expired: 0,
  locked: 0,
  opened: 0,
  changed: 0,
  closed: 0,
  roster: 0,
  warned: 0,
};

/** The look that counts: in one snapshot with the publications, which nobody else can change meanwhile. */
async function lookAgain(tx: Tx, first: Look, at: Date): Promise<WatchCounts> {
  const heard = await ensureBaseline(tx, at);
  const second = await look(tx.db, at);
  const drift = believe(first.drift, second.drift);
  const gone = new Set(drift.vanished);
  const believed = believeFindings(first.findings, second.findings);
  // That a site is private again says also that nobody need ask about it: `public-outside` has no event of its own.
  const isTold = ({ kind, subject }: SeenFinding) => kind === "public-outside" && gone.has(Number(subject));
  const findings = { ...believed, closed: believed.closed.filter((finding) => !isTold(finding)) };
  const appeared = new Set(drift.appeared);
  const onAppeared = findings.opened.filter(({ subject }) => appeared.has(Number(subject)));
  await recordDrift(tx, drift, at, onAppeared);
  await recordFindings(tx, findings, at, { job: "watch", toldWith: appeared });
  const ended = second.expiredIds.filter((id) => !gone.has(id));
  const expired = await revoked(tx, ended, "expired", at);
  const over = new Set(ended);
  const forbidden = second.isLocked ? second.publicIds.filter((id) => !over.has(id)) : [];
  const locked = await revoked(tx, forbidden, "locked", at);
  return {
    public: second.publicIds.length - expired - locked,
    ...heard,
    appeared: drift.appeared.length,
    vanished: drift.vanished.length,
    expired,
    locked,
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
