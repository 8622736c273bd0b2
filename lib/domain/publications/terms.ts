/** Most sites one change may touch. */
export const MAX_SITES_PER_CHANGE = 10_000;

export const channels = ["portal", "outside", "before-portal"] as const;
export type Channel = (typeof channels)[number];

export const siteStates = ["public", "private", "all"] as const;
/** What a list may be asked for. `auto`: the public sites while any matches, else all. */
export const askedStates = ["auto", ...siteStates] as const;
/** By what a search found a site, the first that is so. */
export const matchKinds = ["name", "url", "id", "group"] as const;
/**
 * What somebody should look at. `ending-soon`: public, and ends within 14 days. `needs-attention`: anonymous holds
 * more than `view` or a value the portal does not know, or the site became public outside the portal and nobody kept
 * it, or the watch has not seen it. `never-confirmed`: public, and nobody ever said that it is meant.
 */
export const siteAttentions = ["ending-soon", "needs-attention", "never-confirmed"] as const;
export const ENDING_SOON_DAYS = 14;
export const siteSorts = ["name", "id", "group", "created", "since", "until"] as const;
export const sortDirections = ["asc", "desc"] as const;

export const MAX_SEARCH_LENGTH = 200;
/** As long as the columns of Matomo's table `site` (docs/matomo.md#tables). */
export const MAX_GROUP_LENGTH = 250;
export const MAX_TYPE_LENGTH = 255;
/** Matomo's idsite is INT UNSIGNED. */
export const MAX_SITE_ID = 4_294_967_295;

export const MAX_PAGE = 1_000_000;
export const DEFAULT_PAGE_SIZE = 50;
/** What the page offers; the server takes anything from the least to the most. */
export const pageSizes = [25, 50, 100, 200] as const;
