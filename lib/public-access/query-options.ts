import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import {
  landingSchema,
  type MatchingSites,
  matchingSitesSchema,
  type PublishConsequences,
  publishConsequencesSchema,
  siteChangesSchema,
  siteDetailsSchema,
  siteFacetsSchema,
} from "./reading/schema";
import { type SitesQuery, sitesPageSchema } from "./schema";

const UNREADABLE = "The list could not be read from Matomo's database. The portal cannot know which sites are public.";

/** The page of sites for a query: key and fetcher in one place, for the first render and for every later one. */
export function sitesQueryOptions(query: SitesQuery) {
  return queryOptions({
    queryKey: ["sites", query],
    queryFn: ({ signal }) => get(`/api/sites?${paramsOf(query)}`, sitesPageSchema, UNREADABLE, signal),
    placeholderData: keepPreviousData,
  });
}

/** The groups and types to filter by. */
export function siteFacetsQueryOptions() {
  return queryOptions({
    queryKey: ["site-facets"],
    queryFn: ({ signal }) =>
      get("/api/sites/facets", siteFacetsSchema, "The groups and types of the sites could not be read.", signal),
  });
}

/** One site in full: its settings, who answers for it, its history. */
export function siteDetailsQueryOptions(siteId: number) {
  return queryOptions({
    queryKey: ["site-details", siteId],
    queryFn: ({ signal }) =>
      get(
        `/api/sites/${siteId}`,
        siteDetailsSchema,
        "The site could not be read. The portal cannot know its state.",
        signal,
      ),
  });
}

/** What became public or private since a moment. @param since ISO 8601 */
export function siteChangesQueryOptions(since: string) {
  return queryOptions({
    queryKey: ["site-changes", since],
    queryFn: ({ signal }) =>
      get(
        `/api/sites/changes?${new URLSearchParams({ since })}`,
        siteChangesSchema,
        "What changed could not be read. The portal cannot know whether anything did.",
        signal,
      ),
  });
}

/** What strangers see first. */
export function landingQueryOptions() {
  return queryOptions({
    queryKey: ["landing"],
    queryFn: ({ signal }) =>
      get("/api/sites/landing", landingSchema, "What strangers see first could not be read from Matomo.", signal),
  });
}

/** Every site that matches, for "select all that match": asked when somebody does, and never kept. */
export function matchingSitesQueryOptions(query: SitesQuery) {
  return queryOptions({
    queryKey: ["matching-sites", { ...query, page: 1, sort: null, dir: "asc" }],
    queryFn: ({ signal }): Promise<MatchingSites> =>
      get(`/api/sites/matching?${paramsOf(query)}`, matchingSitesSchema, UNREADABLE, signal),
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
  const response = await fetch("/api/sites/consequences", {
    method: "POST",
    signal,
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ siteIds }),
  });
  return answerOf(
    response,
    publishConsequencesSchema,
    "What publishing would show could not be read, so nothing can be published now. Nothing was changed.",
  );
}

async function get<S extends z.ZodType>(path: string, schema: S, problem: string, signal: AbortSignal) {
  return answerOf(await fetch(path, { signal, headers: { accept: "application/json" } }), schema, problem);
}

async function answerOf<S extends z.ZodType>(response: Response, schema: S, problem: string): Promise<z.output<S>> {
  if (response.status === 401) throw new Error("Your session has ended. Sign in again to go on.");
  if (!response.ok) throw new Error(problem);
  return schema.parse(await response.json());
}

/** What the query says, and not what it leaves open: null is absent, and `""` is a value of `group`. */
function paramsOf(query: SitesQuery): URLSearchParams {
  const said = Object.entries(query).filter(([name, value]) => value !== null && (value !== "" || name === "group"));
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
}
