import { readNoticedWithoutRow } from "@/lib/domain/findings/noticed-without-row";
import { periodAt } from "@/lib/domain/periods/policy";
import { personalCounts } from "@/lib/domain/probe/personal-counts";
import { readKnownPublications } from "@/lib/domain/publications/known-publications";
import { channels } from "@/lib/domain/publications/terms";
import { readSetting } from "@/lib/ledger/settings/store";
import { visibleMatomoText } from "@/lib/matomo/html-entities";
import { countPublicSites, publicSiteIds } from "@/lib/matomo/public-sites";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { sql } from "@/lib/platform/db/sql";
import { asTyped } from "@/lib/platform/typed-text-terms";
import type { ReviewPage, ReviewRow } from "./schema";

const PAGE_SIZE = 50;

type PublicSite = { id: number; name: string; url: string };

/**
 * One page of the public sites as the review asks about them: those that nobody confirmed in this period first, then
 * by name. A constant number of statements.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty page instead
 */
export function readReview({ page }: { page: number }): Promise<ReviewPage> {
  return withDatabaseErrors(() => readReviewPage(db(), page));
}

async function readReviewPage(reader: DbClient, page: number): Promise<ReviewPage> {
  const asOf = now();
  const timeZone = await readInstanceTimeZone(reader);
  const period = periodAt(asOf, await readSetting(reader, "reminder-cadence"), timeZone);
  const sites = await listPublicSites(reader, period.startsAt, page);
  return {
    rows: await toRows(reader, sites, period.startsAt, asOf),
    total: await countPublicSites(reader),
    open: await countOpen(reader, period.startsAt),
    confirmed: await countConfirmed(reader, period.startsAt),
    page,
    pageSize: PAGE_SIZE,
    periodLabel: period.label,
    rule: await readSetting(reader, "unconfirmed-rule"),
    timeZone,
    asOf: asOf.toISOString(),
  };
}

/** A site without a publication became public a moment ago: the watch has not seen it yet. */
const isOpen = (startsAt: Date) => sql`
  (p.since < ${startsAt} AND (p.reviewed_at IS NULL OR p.reviewed_at < ${startsAt}))`;

async function listPublicSites(reader: DbClient, startsAt: Date, page: number): Promise<PublicSite[]> {
  const rows = await reader.$queryRaw<{ idsite: number; name: string; main_url: string }[]>`
    SELECT s.idsite, s.name, s.main_url
    FROM (${publicSiteIds}) a JOIN \`matomo_site\` s ON s.idsite = a.idsite
      LEFT JOIN portal_publication p ON p.idsite = s.idsite
    ORDER BY CASE WHEN ${isOpen(startsAt)} THEN 0 ELSE 1 END, s.name, s.idsite
    LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  return rows.map((row) => ({
    id: Number(row.idsite),
    name: visibleMatomoText(row.name),
    url: visibleMatomoText(row.main_url),
  }));
}

async function countOpen(reader: DbClient, startsAt: Date): Promise<number> {
  const rows = await reader.$queryRaw<{ n: number | bigint }[]>`
    SELECT COUNT(*) AS n FROM (${publicSiteIds}) a JOIN \`matomo_site\` s ON s.idsite = a.idsite
      JOIN portal_publication p ON p.idsite = s.idsite WHERE ${isOpen(startsAt)}`;
  return Number(rows[0]?.n ?? 0);
}

async function countConfirmed(reader: DbClient, startsAt: Date): Promise<number> {
  const rows = await reader.$queryRaw<{ n: number | bigint }[]>`
    SELECT COUNT(*) AS n FROM (${publicSiteIds}) a JOIN \`matomo_site\` s ON s.idsite = a.idsite
      JOIN portal_publication p ON p.idsite = s.idsite WHERE p.reviewed_at >= ${startsAt}`;
  return Number(rows[0]?.n ?? 0);
}

async function toRows(
  reader: DbClient,
  sites: readonly PublicSite[],
  startsAt: Date,
  asOf: Date,
): Promise<ReviewRow[]> {
  const ids = sites.map((site) => site.id);
  const byId = await readKnownPublications(reader, ids);
  const personal = await personalCounts(reader, ids);
  const noticed = await readNoticedWithoutRow(reader, ids);
  return sites.map((site) => {
    const known = byId.get(site.id);
    const since = known?.since ?? noticed(site.id) ?? asOf;
    return {
      ...site,
      channel: channels.find((channel) => channel === known?.channel) ?? "outside",
      since: since.toISOString(),
      by: known?.grantedBy ?? null,
      reason: asTyped(known?.reason ?? null),
      until: known?.until?.toISOString() ?? null,
      kept:
        known?.reviewedAt && known.reviewedBy !== null
          ? { by: known.reviewedBy, at: known.reviewedAt.toISOString(), note: asTyped(known.reviewNote ?? "") }
          : null,
      isConfirmed: since >= startsAt || (known?.reviewedAt ?? since) >= startsAt,
      lapsesAt: known?.lapsesAt?.toISOString() ?? null,
      personalCount: personal.get(site.id) ?? null,
    };
  });
}
