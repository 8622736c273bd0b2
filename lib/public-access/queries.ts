import { now } from "@/lib/clock";
import { readLastGoodRun } from "@/lib/cron/runs";
import { db, type Reader } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { env } from "@/lib/env";
import {
  type AccessLevel,
  countPublicSites,
  readAnonymousLevels,
  readUnclearSiteIds,
} from "@/lib/matomo/anonymous-access";
import { sitesWithHiddenVisitsLog } from "@/lib/matomo/exposure-settings";
import { countMatchingSites, countSites, type ListedSite, listMatomoSites } from "@/lib/matomo/sites";
import { anonymousUserExists } from "@/lib/matomo/users";
import { countUndelivered } from "@/lib/outbox/queries";
import { readLock } from "./lock-state";
import { readPause } from "./pause-state";
import { channels, type SiteRow, type SitesPage, type SitesQuery } from "./schema";

/**
 * One page of sites with everything the Public access page shows. A constant number of statements.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty page instead
 */
export function listSites(query: SitesQuery): Promise<SitesPage> {
  return reading(() => readSitesPage(db(), query));
}

async function readSitesPage(reader: Reader, query: SitesQuery): Promise<SitesPage> {
  const asOf = now();
  const totals = { sites: await countSites(reader), public: await countPublicSites(reader) };
  const sites = await listMatomoSites(reader, query);
  return {
    rows: await toRows(reader, sites),
    matching: await countMatching(reader, query, totals),
    page: query.page,
    pageSize: query.pageSize,
    totals,
    anonymousUser: (await anonymousUserExists(reader)) ? "present" : "missing",
    lastWatchAt: (await readLastGoodRun(reader, "watch"))?.toISOString() ?? null,
    watchInterval: env().WATCH_INTERVAL_MINUTES,
    lock: await readLock(reader),
    pause: await readPause(reader),
    undelivered: await countUndelivered(reader, asOf),
    asOf: asOf.toISOString(),
  };
}

function countMatching(reader: Reader, query: SitesQuery, totals: SitesPage["totals"]): number | Promise<number> {
  if (query.q !== "" || query.site !== null) return countMatchingSites(reader, query);
  if (query.state === "all") return totals.sites;
  return query.state === "public" ? totals.public : totals.sites - totals.public;
}

type Publication = Awaited<ReturnType<Reader["publication"]["findMany"]>>[number];

async function toRows(reader: Reader, sites: readonly ListedSite[]): Promise<SiteRow[]> {
  const ids = sites.map((site) => site.id);
  const levels = await readAnonymousLevels(reader, ids);
  const unclear = await readUnclearSiteIds(reader, ids);
  const hidden = await sitesWithHiddenVisitsLog(reader, ids);
  const publications = await reader.publication.findMany({ where: { idsite: { in: ids } } });
  const byId = new Map(publications.map((publication) => [publication.idsite, publication]));
  return sites.map((site) => {
    const publication = byId.get(site.id);
    return {
      ...site,
      createdAt: site.createdAt?.toISOString() ?? null,
      worseLevels: (levels.get(site.id) ?? []).filter(isWorse),
      isUnclear: unclear.has(site.id),
      visitsLogHidden: hidden.has(site.id),
      publication: publication && site.isPublic ? toPublication(publication) : null,
    };
  });
}

function toPublication(publication: Publication): SiteRow["publication"] {
  const channel = channels.find((known) => known === publication.channel);
  if (!channel) return null;
  const { since, grantedBy, reason, until, reviewedAt, reviewedBy, reviewNote, lapsesAt } = publication;
  return {
    channel,
    since: since.toISOString(),
    grantedBy,
    reason,
    until: until?.toISOString() ?? null,
    kept:
      reviewedAt && reviewedBy !== null
        ? { by: reviewedBy, at: reviewedAt.toISOString(), note: reviewNote ?? "" }
        : null,
    lapsesAt: lapsesAt?.toISOString() ?? null,
  };
}

function isWorse(level: AccessLevel): level is Exclude<AccessLevel, "view"> {
  return level !== "view";
}
