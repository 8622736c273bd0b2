import { probeFindingKinds } from "@/lib/ledger/facts/finding-terms";
import { isHeld } from "@/lib/ledger/jobs/lease";
import { countPublicAmong, countPublicByTables, publicSiteIds } from "@/lib/matomo/public-sites";
import { firstSitesByName } from "@/lib/matomo/sites";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { sql } from "@/lib/platform/db/sql";
import { env } from "@/lib/platform/env";
import type { SiteId } from "@/lib/platform/site-id";
import { differencesOf } from "./differences";
import { isBeingChecked, readLastChange, readLastChangeOf } from "./last-change";
import type { Outside, OutsideOfSite, OutsidePreview, ProbeResult } from "./schema";
import { type ProbeRow, toProbeResult, toSiteProbe } from "./stored-probes";

/**
 * What strangers see: the newest probe beside the newest that could tell. A constant number of statements.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never "nothing is readable" instead
 */
export function readOutside(): Promise<Outside> {
  return withDatabaseErrors(() => outside(db()));
}

async function outside(reader: DbClient): Promise<Outside> {
  const asOf = now();
  const { MATOMO_URL, CANARY_SITE_ID: canaryId = null } = env();
  const newest = await reader.probe.findFirst({ orderBy: { id: "desc" } });
  const newestSeen = await readNewestSeen(reader);
  const names = await readNames(reader, [newest, newestSeen], canaryId);
  const probeOf = (row: ProbeRow | null): ProbeResult | null => row && toProbeResult(row, names);
  const changedAt = await readLastChange(reader);
  const isProbing = await isHeld(reader, "probe", asOf);
  return {
    isConfigured: MATOMO_URL !== undefined,
    newest: probeOf(newest),
    newestSeen: probeOf(newestSeen),
    troubleSince: newest?.outcome === "trouble" ? await readTroubleSince(reader, newestSeen) : null,
    isProbing,
    configuredCount: await countPublicByTables(reader),
    changedAt: changedAt?.toISOString() ?? null,
    isChecking: isProbing || isBeingChecked(changedAt, asOf),
    canary: canaryId === null ? null : await canaryOf(reader, named(canaryId, names), probeOf(newest)),
    asOf: asOf.toISOString(),
  };
}

async function canaryOf(reader: DbClient, site: { id: number; name: string | null }, probe: ProbeResult | null) {
  const state = probe?.canary ?? "unknown";
  const row = await reader.probeSite.findUnique({ where: { idsite: site.id } });
  return { ...site, state, trouble: state === "unknown" && row ? toSiteProbe(row).trouble : null };
}

function readNewestSeen(reader: DbClient): Promise<ProbeRow | null> {
  return reader.probe.findFirst({ where: { outcome: "seen" }, orderBy: { at: "desc" } });
}

/** The first probe in trouble since one saw. */
async function readTroubleSince(reader: DbClient, seen: ProbeRow | null): Promise<string | null> {
  const first = await reader.probe.findFirst({
    where: { outcome: "trouble", ...(seen && { at: { gt: seen.at } }) },
    orderBy: { at: "asc" },
    select: { at: true },
  });
  return first?.at.toISOString() ?? null;
}

async function readNames(reader: DbClient, rows: readonly (ProbeRow | null)[], canaryId: number | null) {
  const ids = new Set(canaryId === null ? [] : [canaryId]);
  for (const row of rows) {
    const { unexpected, unreadable } = row ? differencesOf(row.differences) : { unexpected: [], unreadable: [] };
    for (const id of [...unexpected, ...unreadable.map((site) => site.id)]) ids.add(id);
  }
  const sites = await firstSitesByName(reader, [...ids], ids.size);
  return new Map(sites.map((site) => [site.id, site.name]));
}

function named(id: number, names: ReadonlyMap<number, string>) {
  return { id, name: names.get(id) ?? null };
}

/** What strangers were seen to get on one site, and whether that is older than its last change. @throws as above */
export function readOutsideOfSite(siteId: SiteId): Promise<OutsideOfSite> {
  return withDatabaseErrors(async () => {
    const reader = db();
    const asOf = now();
    const probe = await reader.probeSite.findUnique({ where: { idsite: siteId } });
    const seen = await readNewestSeen(reader);
    const changedAt = await readSiteChange(reader, siteId, [probe?.lookedAt, seen?.at]);
    const isCurrent = (at: Date | undefined) => at !== undefined && (changedAt === null || at >= changedAt);
    const isPublic = (await countPublicAmong(reader, [siteId])) > 0;
    const isUnexpected = (await countOpenOutside(reader, siteId)) > 0;
    const unreadable = seen && differencesOf(seen.differences).unreadable.find(({ id }) => id === siteId);
    const isProbing = await isHeld(reader, "probe", asOf);
    const { MATOMO_URL, CANARY_SITE_ID } = env();
    return {
      isConfigured: MATOMO_URL !== undefined,
      id: siteId,
      probe: probe && toSiteProbe(probe),
      isPublic,
      isStale: probe !== null && !isCurrent(probe.lookedAt),
      isChecking: changedAt !== null && !isCurrent(seen?.at) && (isProbing || isBeingChecked(changedAt, asOf)),
      confirmedAt: !isPublic && !isUnexpected && seen && isCurrent(seen.at) ? seen.at.toISOString() : null,
      isUnexpected,
      unreadableReason: unreadable && isCurrent(seen?.at) ? unreadable.reason : null,
      isCanary: CANARY_SITE_ID === siteId,
      asOf: asOf.toISOString(),
    };
  });
}

/** The last change of the site after the older of these probes; without any its last change at all. */
async function readSiteChange(reader: DbClient, siteId: SiteId, probedAt: readonly (Date | undefined)[]) {
  const times = probedAt.flatMap((at) => (at ? [at.getTime()] : []));
  const publication = await reader.publication.findUnique({ where: { idsite: siteId }, select: { since: true } });
  const logged = await readLastChangeOf(reader, siteId, new Date(times.length > 0 ? Math.min(...times) : 0));
  const since = publication?.since ?? null;
  return logged && (!since || logged > since) ? logged : since;
}

function countOpenOutside(reader: DbClient, siteId: SiteId): Promise<number> {
  return reader.finding.count({ where: { kind: { in: [...probeFindingKinds] }, subject: String(siteId) } });
}

type PreviewRow = Record<"n" | "dashboards" | "visits_logs" | "user_ids" | "personal" | "personal_unknown", unknown>;

/** What strangers get on the sites that are public already and were looked at since then, for whoever is about to publish one. @throws as above */
export function readOutsidePreview(): Promise<OutsidePreview> {
  return withDatabaseErrors(async () => {
    const reader = db();
    const [row] = await reader.$queryRaw<PreviewRow[]>`
      SELECT COUNT(*) AS n, SUM(${OPEN.dashboard}) AS dashboards, SUM(${OPEN.visitsLog}) AS visits_logs,
        SUM(${OPEN.userIds}) AS user_ids, SUM(CASE WHEN ps.personal_count > 0 THEN 1 ELSE 0 END) AS personal,
        SUM(CASE WHEN ps.personal_count IS NULL THEN 1 ELSE 0 END) AS personal_unknown
      FROM (${publicSiteIds}) p JOIN portal_probe_site ps ON ps.idsite = p.idsite
        LEFT JOIN portal_publication pb ON pb.idsite = p.idsite
      WHERE pb.since IS NULL OR ps.looked_at >= pb.since`;
    const newest = await reader.probeSite.findFirst({ orderBy: { lookedAt: "desc" }, select: { lookedAt: true } });
    const count = (value: unknown) => Number(value ?? 0);
    return {
      isConfigured: env().MATOMO_URL !== undefined,
      lookedAtCount: count(row?.n),
      dashboardShownCount: count(row?.dashboards),
      visitsLogOpenCount: count(row?.visits_logs),
      userIdsOpenCount: count(row?.user_ids),
      personalCount: count(row?.personal),
      personalUnknownCount: count(row?.personal_unknown),
      newestAt: count(row?.n) === 0 ? null : (newest?.lookedAt.toISOString() ?? null),
      asOf: now().toISOString(),
    };
  });
}

/** Strangers get it, whether or not there is something in it. */
const OPEN = {
  dashboard: sql`CASE WHEN ps.dashboard IN ('shown', 'empty') THEN 1 ELSE 0 END`,
  visitsLog: sql`CASE WHEN ps.visits_log IN ('shown', 'empty') THEN 1 ELSE 0 END`,
  userIds: sql`CASE WHEN ps.user_ids IN ('shown', 'empty') THEN 1 ELSE 0 END`,
};
