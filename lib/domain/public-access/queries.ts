import { MAX_SITES_PER_CHANGE } from "@/lib/domain/publications/terms";
import { readLastGoodRun } from "@/lib/ledger/jobs/runs";
import { readPublicReach } from "@/lib/matomo/public-sites";
import { readSiteFacets } from "@/lib/matomo/site-facets";
import { countMatches, type JoinFragment, type ListedSite, listMatchingIds, listMatomoSites } from "@/lib/matomo/sites";
import { readAnonymousUser, stateOfAnonymous } from "@/lib/matomo/users";
import { countUndelivered } from "@/lib/messaging/outbox/queries";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import { readBlock } from "./block-state";
import { isCanary } from "./canary";
import { MAX_FACETS, type MatchingSites, type SiteFacets } from "./reading-schema";
import type { Matches, SitesPage, SitesQuery } from "./schema";
import { orderOf, siteJoins } from "./site-conditions";
import { toSiteRows } from "./site-rows";

/**
 * One page of sites with everything the Public access page shows. A constant number of statements, those that go over all
 * sites side by side: somebody is typing.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty page instead
 */
export function listSites(query: SitesQuery): Promise<SitesPage> {
  return withDatabaseErrors(() => readSitesPage(db(), query));
}

async function readSitesPage(reader: DbClient, query: SitesQuery): Promise<SitesPage> {
  const asOf = now();
  const beside = siteJoins(query, asOf);
  const [{ granted, everySite, ...totals }, { state, sites }, counted, standing] = await Promise.all([
    readPublicReach(reader),
    readListed(reader, query, beside),
    isNarrowed(query) ? countMatches(reader, { ...query, state: "all" }, beside) : null,
    readStanding(reader, asOf),
  ]);
  const counts = counted ?? { public: every(totals.public), private: every(totals.sites - totals.public) };
  return {
    rows: await toSiteRows(reader, sites),
    state,
    counts,
    matching: state === "all" ? counts.public.total + counts.private.total : counts[state].total,
    page: query.page,
    pageSize: query.pageSize,
    totals,
    reach: { granted, everySite },
    ...standing,
    watchInterval: env().WATCH_INTERVAL_MINUTES,
    asOf: asOf.toISOString(),
  };
}

type Listed = { state: SitesPage["state"]; sites: ListedSite[] };

/** The sites of a page, and what `auto` came to. A link to one site shows it whatever it is. */
async function readListed(reader: DbClient, query: SitesQuery, beside: JoinFragment): Promise<Listed> {
  const list = async (state: Listed["state"], part: Partial<SitesQuery> = {}): Promise<Listed> => ({
    state,
    sites: await listMatomoSites(reader, { ...query, ...part, state }, { beside, order: orderOf(query) }),
  });
  if (query.state !== "auto") return list(query.state);
  if (query.site !== null) return list("all");
  const listed = await list("public");
  const isBeyond = query.page > 1 && (await list("public", { page: 1, pageSize: 1 })).sites.length > 0;
  return listed.sites.length > 0 || isBeyond ? listed : list("all");
}

function isNarrowed({ q, site, group, type, channel, attention }: SitesQuery): boolean {
  return q !== "" || [site, group, type, channel, attention].some((one) => one !== null);
}

/** Every site, since nothing was searched for. */
function every(total: number): Matches {
  return { total, name: 0, url: 0, id: 0, group: 0 };
}

/** Whether sites may become public, whether that would be seen, and whether everybody has heard so far. */
async function readStanding(reader: DbClient, asOf: Date) {
  return {
    anonymousUser: stateOfAnonymous(await readAnonymousUser(reader)),
    lastWatchAt: (await readLastGoodRun(reader, "watch"))?.toISOString() ?? null,
    block: await readBlock(reader),
    undelivered: await countUndelivered(reader, asOf),
  };
}

/** The groups and types to filter by. Two statements. @throws as `listSites` */
export function listSiteFacets(): Promise<SiteFacets> {
  return withDatabaseErrors(async () => {
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
  return withDatabaseErrors(async () => {
    const beside = siteJoins({ ...query, sort: null }, now());
    // Whoever chooses says of which state; without one nothing is left out.
    const state = query.state === "auto" ? "all" : query.state;
    const filter = { ...query, state };
    const found = await listMatchingIds(db(), filter, beside, MAX_SITES_PER_CHANGE + 1);
    const named = await listMatomoSites(db(), { ...filter, page: 1, pageSize: NAMED_SITES }, { beside, order: [] });
    const isTooMany = found.length > MAX_SITES_PER_CHANGE;
    // What can never be published is no candidate; a filter on the public sites chooses for other commands.
    const listed = isTooMany ? [] : found.filter(({ id, isPublic }) => isPublic || !isCanary(id));
    return {
      total: isTooMany ? await countAll(filter, beside) : listed.length,
      isTooMany,
      siteIds: listed.map(({ id }) => id),
      publicSiteIds: listed.filter(({ isPublic }) => isPublic).map(({ id }) => id),
      named: named.filter(({ id, isPublic }) => isPublic || !isCanary(id)).map(({ id, name }) => ({ id, name })),
    };
  });
}

async function countAll(filter: Parameters<typeof countMatches>[1], beside: JoinFragment): Promise<number> {
  const counts = await countMatches(db(), filter, beside);
  return filter.state === "all" ? counts.public.total + counts.private.total : counts[filter.state].total;
}
