import { MAX_SITES_PER_CHANGE } from "@/lib/domain/publications/terms";
import { readLastGoodRun } from "@/lib/ledger/jobs/runs";
import { readPublicReach } from "@/lib/matomo/public-sites";
import { readSiteFacets } from "@/lib/matomo/site-facets";
import { type Beside, countMatchingSites, listMatchingIds, listMatomoSites } from "@/lib/matomo/sites";
import { readAnonymousUser, stateOfAnonymous } from "@/lib/matomo/users";
import { countUndelivered } from "@/lib/messaging/outbox/queries";
import { now } from "@/lib/platform/clock";
import { db, type Reader } from "@/lib/platform/db/client";
import { reading } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import { isCanary } from "./canary";
import { readLock } from "./lock-state";
import { readPause } from "./pause-state";
import { MAX_FACETS, type MatchingSites, type SiteFacets } from "./reading-schema";
import type { SitesPage, SitesQuery } from "./schema";
import { besideSites, orderOf } from "./site-conditions";
import { toSiteRows } from "./site-rows";

/**
 * One page of sites with everything the Public access page shows. A constant number of statements, those that go over all
 * sites side by side: somebody is typing.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty page instead
 */
export function listSites(query: SitesQuery): Promise<SitesPage> {
  return reading(() => readSitesPage(db(), query));
}

async function readSitesPage(reader: Reader, query: SitesQuery): Promise<SitesPage> {
  const asOf = now();
  const beside = besideSites(query, asOf);
  const [{ granted, everySite, ...totals }, sites, standing] = await Promise.all([
    readPublicReach(reader),
    listMatomoSites(reader, query, { beside, order: orderOf(query) }),
    readStanding(reader, asOf),
  ]);
  const [rows, matching] = await Promise.all([
    toSiteRows(reader, sites),
    countMatching(reader, query, { beside, totals, listed: sites.length }),
  ]);
  return {
    rows,
    matching,
    page: query.page,
    pageSize: query.pageSize,
    totals,
    reach: { granted, everySite },
    ...standing,
    watchInterval: env().WATCH_INTERVAL_MINUTES,
    asOf: asOf.toISOString(),
  };
}

/** Whether sites may become public, whether that would be seen, and whether everybody has heard so far. */
async function readStanding(reader: Reader, asOf: Date) {
  return {
    anonymousUser: stateOfAnonymous(await readAnonymousUser(reader)),
    lastWatchAt: (await readLastGoodRun(reader, "watch"))?.toISOString() ?? null,
    lock: await readLock(reader),
    pause: await readPause(reader),
    undelivered: await countUndelivered(reader, asOf),
  };
}

type Known = { beside: Beside; totals: SitesPage["totals"]; listed: number };

/** Counts only what is not known: a page that has rows and is not full is the last one. */
function countMatching(reader: Reader, query: SitesQuery, { beside, totals, listed }: Known): number | Promise<number> {
  const { q, site, group, type, channel, attention, state, page, pageSize } = query;
  const narrowed = q !== "" || [site, group, type, channel, attention].some((one) => one !== null);
  if (narrowed && listed > 0 && listed < pageSize) return (page - 1) * pageSize + listed;
  if (narrowed) return countMatchingSites(reader, query, beside);
  if (state === "all") return totals.sites;
  return state === "public" ? totals.public : totals.sites - totals.public;
}

/** The groups and types to filter by. Two statements. @throws as `listSites` */
export function listSiteFacets(): Promise<SiteFacets> {
  return reading(async () => {
    const groups = await readSiteFacets(db(), "group", MAX_FACETS);
    const types = await readSiteFacets(db(), "type", MAX_FACETS);
    return {
      groups: groups.facets,
      moreGroups: groups.isCut,
      types: types.facets,
      moreTypes: types.isCut,
    };
  });
}

const NAMED_SITES = 50;

/**
 * Every site that matches, on all pages. More than one change may touch are counted and not listed. Two statements,
 * three when there are too many. @throws as `listSites`
 */
export function matchingSiteIds(query: SitesQuery): Promise<MatchingSites> {
  return reading(async () => {
    const beside = besideSites({ ...query, sort: null }, now());
    const found = await listMatchingIds(db(), query, beside, MAX_SITES_PER_CHANGE + 1);
    const named = await listMatomoSites(db(), { ...query, page: 1, pageSize: NAMED_SITES }, { beside, order: [] });
    const isTooMany = found.length > MAX_SITES_PER_CHANGE;
    // What can never be published is no candidate; a filter on the public sites chooses for other commands.
    const listed = isTooMany ? [] : found.filter(({ id, isPublic }) => isPublic || !isCanary(id));
    return {
      total: isTooMany ? await countMatchingSites(db(), query, beside) : listed.length,
      isTooMany,
      siteIds: listed.map(({ id }) => id),
      publicSiteIds: listed.filter(({ isPublic }) => isPublic).map(({ id }) => id),
      named: named.filter(({ id, isPublic }) => isPublic || !isCanary(id)).map(({ id, name }) => ({ id, name })),
    };
  });
}
