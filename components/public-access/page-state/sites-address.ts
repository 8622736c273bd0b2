import type { SitesQuery } from "@/lib/domain/public-access/schema";
import {
  askedStates,
  channels,
  DEFAULT_PAGE_SIZE,
  MAX_GROUP_LENGTH,
  MAX_PAGE,
  MAX_SEARCH_LENGTH,
  MAX_SITE_ID,
  MAX_TYPE_LENGTH,
  pageSizes,
  siteAttentions,
  siteSorts,
  sortDirections,
} from "@/lib/domain/publications/terms";

/** What the address of the page says: what the list shows, and whose details are open. */
export type SitesAddress = {
  query: SitesQuery;
  /** `details=12`: the panel of this site, whatever the list shows; null for none */
  details: number | null;
};

const PATH = "/public-access";
const WHOLE_NUMBER = /^\d{1,10}$/;
/** Mail programs take what stands around a link into it, also what nobody sees: isolates of direction. */
const FORMAT_CHARACTERS = /\p{Cf}/gu;

/**
 * What `?q=shop&state=public&sort=since&dir=desc&page=2` asks for, or `?site=12` from a mail. What makes no sense is
 * left out, never refused: an address is typed, cut off and passed on. Server and browser must agree on it.
 */
export function readSitesAddress(params: Pick<URLSearchParams, "get">): SitesAddress {
  const sort = oneOf(siteSorts, params.get("sort"));
  const pageSize = numberUpTo(params.get("pageSize"), Number.MAX_SAFE_INTEGER);
  return {
    query: {
      q: (params.get("q") ?? "").trim().slice(0, MAX_SEARCH_LENGTH).trim(),
      state: oneOf(askedStates, params.get("state")) ?? "auto",
      group: atMost(MAX_GROUP_LENGTH, params.get("group")),
      type: atMost(MAX_TYPE_LENGTH, params.get("type")) || null,
      channel: oneOf(channels, params.get("channel")),
      attention: oneOf(siteAttentions, params.get("attention")),
      sort,
      dir: (sort && oneOf(sortDirections, params.get("dir"))) ?? "asc",
      site: asSiteId(numberUpTo(params.get("site"), MAX_SITE_ID)),
      page: numberUpTo(params.get("page"), MAX_PAGE) ?? 1,
      pageSize: pageSizes.find((size) => size === pageSize) ?? DEFAULT_PAGE_SIZE,
    },
    details: numberUpTo(params.get("details"), MAX_SITE_ID),
  };
}

/** The address that says exactly this; what goes without saying is left out. `group=` is the sites without a group. */
export function sitesPath({ query, details }: SitesAddress): string {
  const { q, state, group, type, channel, attention, sort, dir, site, page, pageSize } = query;
  const said = new URLSearchParams();
  const t = (name: string, value: string | number | null) => value !== null && said.set(name, String(value));
  t("q", q || null);
  t("state", state === "auto" ? null : state);
  t("group", group ?? null);
  t("type", type ?? null);
  t("channel", channel ?? null);
  t("attention", attention ?? null);
  t("sort", sort ?? null);
  t("dir", sort && dir === "desc" ? dir : null);
  t("site", site ?? null);
  t("page", page === 1 ? null : page);
  t("pageSize", pageSize === DEFAULT_PAGE_SIZE ? null : pageSize);
  t("details", details);
  return said.size === 0 ? PATH : `${PATH}?${said}`;
}

/** Next gives the page's address as an object; of a name that is there twice the first counts, as in the browser. */
export function paramsOf(given: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const entries = Object.entries(given).flatMap(([name, value]): [string, string][] => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(entries);
}

/** Everything that narrows the list, taken away; how it is sorted and cut into pages stays. */
export function withoutFilters(query: SitesQuery): SitesQuery {
  const nothing = { group: null, type: null, channel: null, attention: null, site: null } as const;
  return { ...query, ...nothing, q: "", state: "auto", page: 1 };
}

/** The one cast: that it can be a site's id was checked as the server checks it. */
function asSiteId(id: number | null): SitesQuery["site"] {
  return id as SitesQuery["site"];
}

function oneOf<const V extends string>(known: readonly V[], text: string | null): V | null {
  return known.find((value) => value === text) ?? null;
}

function atMost(length: number, text: string | null): string | null {
  return text !== null && text.length <= length ? text : null;
}

function numberUpTo(text: string | null, most: number): number | null {
  const digits = text?.replace(FORMAT_CHARACTERS, "") ?? "";
  const number = WHOLE_NUMBER.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= most ? number : null;
}
