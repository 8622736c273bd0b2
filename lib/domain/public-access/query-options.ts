import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { readAnswer, readJson } from "@/lib/platform/web/read-json-query-options";
import type { MatchingSites, PublishConsequences } from "./reading-schema";
import type { SitesQuery } from "./schema";

/** The page of sites for a query: key and fetcher in one place, for the first render and for every later one. */
export function sitesQueryOptions(query: SitesQuery) {
  return queryOptions({
    queryKey: ["sites", query],
    queryFn: ({ signal }) =>
      readJson(`/api/sites?${paramsOf(query)}`, signal, async () => (await import("./schema")).sitesPageSchema),
    placeholderData: keepPreviousData,
  });
}

/** The groups and types to filter by. */
export function siteFacetsQueryOptions() {
  return queryOptions({
    queryKey: ["site-facets"],
    queryFn: ({ signal }) => readJson("/api/sites/facets", signal, async () => (await reading()).siteFacetsSchema),
  });
}

/** One site in full: its settings, who answers for it, its history. */
export function siteDetailsQueryOptions(siteId: number) {
  return queryOptions({
    queryKey: ["site-details", siteId],
    queryFn: ({ signal }) => readJson(`/api/sites/${siteId}`, signal, async () => (await reading()).siteDetailsSchema),
  });
}

/** What became public or private since a moment. @param since ISO 8601 */
export function siteChangesQueryOptions(since: string) {
  return queryOptions({
    queryKey: ["site-changes", since],
    queryFn: ({ signal }) =>
      readJson(
        `/api/sites/changes?${new URLSearchParams({ since })}`,
        signal,
        async () => (await reading()).siteChangesSchema,
      ),
  });
}

/** What the block would do, or what turning it off could restore: asked when somebody is about to, and never kept. */
export function blockQueryOptions() {
  return queryOptions({
    queryKey: ["block"],
    queryFn: ({ signal }) => readJson("/api/block", signal, async () => (await import("./schema")).blockViewSchema),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Every site that matches, for "select all that match": asked when somebody does, and never kept. */
export function matchingSitesQueryOptions(query: SitesQuery) {
  return queryOptions({
    queryKey: ["matching-sites", { ...query, page: 1, sort: null, dir: "asc" }],
    queryFn: ({ signal }): Promise<MatchingSites> =>
      readJson(`/api/sites/matching?${paramsOf(query)}`, signal, async () => (await reading()).matchingSitesSchema),
    staleTime: 0,
    gcTime: 0,
  });
}

/** What publishing exactly these sites would show, as it is now: never kept. */
export function publishConsequencesQueryOptions(siteIds: readonly number[]) {
  return queryOptions({
    queryKey: ["publish-consequences", siteIds],
    queryFn: ({ signal }) => fetchConsequences(siteIds, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

async function fetchConsequences(siteIds: readonly number[], signal: AbortSignal): Promise<PublishConsequences> {
  const response = fetch("/api/sites/consequences", {
    method: "POST",
    signal,
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ siteIds }),
  });
  return readAnswer(response, async () => (await reading()).publishConsequencesSchema);
}

/** The validators are not part of what the page loads first: each arrives together with the answer. */
function reading() {
  return import("./reading-schema");
}

/** What the query says, and not what it leaves open: null is absent, and `""` is a value of `group`. */
function paramsOf(query: SitesQuery): URLSearchParams {
  const said = Object.entries(query).filter(([name, value]) => value !== null && (value !== "" || name === "group"));
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
}
