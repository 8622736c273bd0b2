import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { DEFAULT_PAGE_SIZE, type SitesQuery, siteStates, sitesQuerySchema } from "@/lib/public-access/schema";

const MAX_QUERY_LENGTH = 200;

/** What the address holds: `?q=shop&state=public&page=2`, or `?site=12` from a mail. */
export const sitesSearchParams = {
  q: parseAsString.withDefault(""),
  state: parseAsStringLiteral(siteStates).withDefault("all"),
  page: parseAsInteger.withDefault(1),
  site: parseAsInteger,
};

export const loadSitesSearchParams = createLoader(sitesSearchParams);

type Address = { q: string; state: (typeof siteStates)[number]; page: number; site: number | null };

/** The query for an address; a page or site that cannot be is left out. Server and browser must agree on it. */
export function toSitesQuery({ q, state, page, site }: Address): SitesQuery {
  return {
    q: q.trim().slice(0, MAX_QUERY_LENGTH),
    state,
    page: Math.min(Math.max(page, 1), 1_000_000),
    site: sitesQuerySchema.shape.site.safeParse(site).data ?? null,
    group: null,
    type: null,
    channel: null,
    attention: null,
    sort: null,
    dir: "asc",
    pageSize: DEFAULT_PAGE_SIZE,
  };
}
