import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type SitesPage, type SitesQuery, sitesPageSchema } from "./schema";

/** The page of sites for a query: key and fetcher in one place, for the first render and for every later one. */
export function sitesQueryOptions(query: SitesQuery) {
  return queryOptions({
    queryKey: ["sites", query],
    queryFn: ({ signal }) => fetchSites(query, signal),
    placeholderData: keepPreviousData,
  });
}

async function fetchSites(query: SitesQuery, signal: AbortSignal): Promise<SitesPage> {
  const params = new URLSearchParams({
    state: query.state,
    page: String(query.page),
    pageSize: String(query.pageSize),
  });
  if (query.q) params.set("q", query.q);
  if (query.site !== null) params.set("site", String(query.site));
  const response = await fetch(`/api/sites?${params}`, { signal, headers: { accept: "application/json" } });
  if (response.status === 401) throw new Error("Your session has ended. Sign in again to go on.");
  if (!response.ok) {
    throw new Error(
      "The list could not be read from Matomo's database. The portal cannot know which sites are public.",
    );
  }
  return sitesPageSchema.parse(await response.json());
}
