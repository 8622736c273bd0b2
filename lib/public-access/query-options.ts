import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { MatchingSites, PublishConsequences } from "./reading/schema";
import type { SitesQuery } from "./schema";

/**
 * An answer that is none: the session has ended, or Matomo cannot be read. `said` is what the server said of it, in the
 * person's language. Without any answer (offline, or the portal is down) reads throw what `fetch` throws.
 */
export class ReadFailed extends Error {
  readonly problem: "session_ended" | "unreadable";
  readonly said: string | null;

  constructor(problem: ReadFailed["problem"], said: string | null = null) {
    super(problem);
    this.name = "ReadFailed";
    this.problem = problem;
    this.said = said;
  }
}

/** The page of sites for a query: key and fetcher in one place, for the first render and for every later one. */
export function sitesQueryOptions(query: SitesQuery) {
  return queryOptions({
    queryKey: ["sites", query],
    queryFn: ({ signal }) =>
      get(`/api/sites?${paramsOf(query)}`, signal, async () => (await import("./schema")).sitesPageSchema),
    placeholderData: keepPreviousData,
  });
}

/** The groups and types to filter by. */
export function siteFacetsQueryOptions() {
  return queryOptions({
    queryKey: ["site-facets"],
    queryFn: ({ signal }) => get("/api/sites/facets", signal, async () => (await reading()).siteFacetsSchema),
  });
}

/** One site in full: its settings, who answers for it, its history. */
export function siteDetailsQueryOptions(siteId: number) {
  return queryOptions({
    queryKey: ["site-details", siteId],
    queryFn: ({ signal }) => get(`/api/sites/${siteId}`, signal, async () => (await reading()).siteDetailsSchema),
  });
}

/** What became public or private since a moment. @param since ISO 8601 */
export function siteChangesQueryOptions(since: string) {
  return queryOptions({
    queryKey: ["site-changes", since],
    queryFn: ({ signal }) =>
      get(
        `/api/sites/changes?${new URLSearchParams({ since })}`,
        signal,
        async () => (await reading()).siteChangesSchema,
      ),
  });
}

/** What strangers see first. */
export function landingQueryOptions() {
  return queryOptions({
    queryKey: ["landing"],
    queryFn: ({ signal }) => get("/api/sites/landing", signal, async () => (await reading()).landingSchema),
  });
}

/** Every site that matches, for "select all that match": asked when somebody does, and never kept. */
export function matchingSitesQueryOptions(query: SitesQuery) {
  return queryOptions({
    queryKey: ["matching-sites", { ...query, page: 1, sort: null, dir: "asc" }],
    queryFn: ({ signal }): Promise<MatchingSites> =>
      get(`/api/sites/matching?${paramsOf(query)}`, signal, async () => (await reading()).matchingSitesSchema),
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
  return answerOf(response, async () => (await reading()).publishConsequencesSchema);
}

function get<S extends z.ZodType>(path: string, signal: AbortSignal, schema: () => Promise<S>) {
  return answerOf(fetch(path, { signal, headers: { accept: "application/json" } }), schema);
}

/** The validators are not part of what the page loads first: each arrives together with the answer. */
function reading() {
  return import("./reading/schema");
}

async function answerOf<S extends z.ZodType>(
  asked: Promise<Response>,
  loadSchema: () => Promise<S>,
): Promise<z.output<S>> {
  const [response, schema] = await Promise.all([asked, loadSchema()]);
  const body: unknown = await response.json().catch(() => null);
  if (response.status === 401) throw new ReadFailed("session_ended");
  if (!response.ok) throw new ReadFailed("unreadable", saidIn(body));
  const answer = schema.safeParse(body);
  if (!answer.success) throw new ReadFailed("unreadable");
  return answer.data;
}

function saidIn(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("message" in body)) return null;
  return typeof body.message === "string" ? body.message : null;
}

/** What the query says, and not what it leaves open: null is absent, and `""` is a value of `group`. */
function paramsOf(query: SitesQuery): URLSearchParams {
  const said = Object.entries(query).filter(([name, value]) => value !== null && (value !== "" || name === "group"));
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
}
