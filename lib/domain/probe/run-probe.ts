import { readSeenFindings } from "@/lib/domain/findings/read-seen";
import type { FindingKind } from "@/lib/ledger/facts/finding-terms";
import { type Lease, requireLease } from "@/lib/ledger/jobs/lease";
import { readPublicByTables } from "@/lib/matomo/public-sites";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import type { Limits } from "./ask";
import { chooseSample } from "./choose-sample";
import { compare } from "./compare";
import { differencesText, withReasons } from "./differences";
import { likelyReason, likelyReasonOfSite } from "./likely-reason";
import { probeMatomo, type Search, type SeenOutside } from "./probe-matomo";
import { recordContradictions } from "./record-contradictions";
import { type ProbeRecord, writeProbe, writeSiteProbes } from "./write-probe";

/** Numbers only, never names of sites. `readable` is left out when it could not be told. */
type ProbeCounts = {
  seen: number;
  configured: number;
  readable?: number;
  unexpected: number;
  unreadable: number;
  looked: number;
  opened: number;
  closed: number;
};

/** So many public sites are looked at closely in one probe. */
const SAMPLE = 20;

type ProbeOptions = { lease?: Lease; askedBy?: string | null; limits?: Limits };

/**
 * Probes Matomo from outside and compares what strangers can read with the table: keeps the probe, opens and closes
 * what contradicts the table. No question is asked inside a transaction; the table is read before the questions and
 * again in the transaction after them, so that a change meanwhile is no contradiction. An answer that cannot be
 * believed is kept as trouble: nothing is opened and nothing closed by it.
 *
 * @param options.lease the lease under which it runs; without it any more, nothing is written
 * @param options.askedBy the Super User who asked for it; null = the clock did
 * @throws AppError when the database cannot be read; `lease_lost`
 */
export async function runProbe({ lease, askedBy = null, limits }: ProbeOptions = {}): Promise<ProbeCounts> {
  const startedAt = now();
  const started = performance.now();
  const { MATOMO_URL: base } = env();
  const search = await withDatabaseErrors(() => readSearch(db()));
  const seen = base === undefined ? null : await probeMatomo(base, search, limits);
  const durationMs = Math.round(performance.now() - started);
  return inTransaction(async (tx) => {
    if (lease) await requireLease(tx, lease);
    return record(tx, { search, seen, askedBy, startedAt, durationMs });
  });
}

async function readSearch(reader: DbClient): Promise<Search> {
  return {
    publicIds: await readPublicByTables(reader),
    sample: await chooseSample(reader, SAMPLE),
    canary: env().CANARY_SITE_ID ?? null,
  };
}

type Done = {
  search: Search;
  /** null: MATOMO_URL is not set */
  seen: SeenOutside | null;
  askedBy: string | null;
  startedAt: Date;
  durationMs: number;
};

async function record(tx: Tx, done: Done): Promise<ProbeCounts> {
  const { search, seen, startedAt } = done;
  const after = await readPublicByTables(tx.db);
  const readings = seen?.list ? { before: search.publicIds, after, ...seen.list } : null;
  const canary = search.canary === null ? null : { siteId: search.canary, state: seen?.canary ?? "unknown" };
  const recorded = await recordContradictions(tx, { readings, canary }, now());
  const kinds = new Set((await readSeenFindings(tx.db)).map(({ kind }) => kind));
  const kept = toRecord(done, after.length, readings && compare(readings), kinds);
  await writeProbe(tx, kept);
  await writeSiteProbes(tx, seen?.sites ?? [], startedAt);
  return {
    seen: kept.outcome === "seen" ? 1 : 0,
    configured: kept.configured,
    ...(kept.readable === null ? {} : { readable: kept.readable }),
    unexpected: kept.unexpectedTotal,
    unreadable: kept.unreadableTotal,
    looked: seen?.sites.length ?? 0,
    opened: recorded.opened,
    closed: recorded.closed,
  };
}

function toRecord(
  { seen, askedBy, startedAt, durationMs, search }: Done,
  configured: number,
  differences: ReturnType<typeof compare> | null,
  kinds: ReadonlySet<FindingKind>,
): ProbeRecord {
  const { unexpected, unreadable } = differences ?? { unexpected: [], unreadable: [] };
  const hints = { kinds, trouble: seen?.trouble ?? null, asksPassword: seen?.asksPassword ?? false };
  const ofSite = new Map(seen?.sites.map((site) => [site.id, site.trouble]));
  const isAllUnread = configured > 0 && unreadable.length === configured;
  const reasons = withReasons(unreadable, (id) =>
    likelyReasonOfSite({ ...hints, trouble: ofSite.get(id) ?? hints.trouble }),
  );
  return {
    at: startedAt,
    askedBy,
    outcome: seen === null ? "not-configured" : seen.list === null ? "trouble" : "seen",
    trouble: seen?.trouble ?? null,
    likelyReason: isAllUnread || seen?.trouble ? likelyReason(hints) : null,
    readable: seen?.list ? new Set(seen.list.listed).size : null,
    configured,
    unexpectedTotal: unexpected.length,
    unreadableTotal: unreadable.length,
    differences: differencesText(unexpected, reasons),
    canary: search.canary === null ? null : (seen?.canary ?? "unknown"),
    durationMs,
  };
}
