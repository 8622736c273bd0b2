import { queryOptions } from "@tanstack/react-query";
import { readJson } from "@/lib/platform/web/read-json-query-options";

/** What strangers see: key and fetcher in one place, for the first render and for every later one. */
export function outsideQueryOptions() {
  return queryOptions({
    queryKey: ["outside"],
    queryFn: ({ signal }) => readJson("/api/outside", signal, async () => (await import("./schema")).outsideSchema),
  });
}

/** What strangers see of one site. */
export function outsideOfSiteQueryOptions(siteId: number) {
  return queryOptions({
    queryKey: ["outside", siteId],
    queryFn: ({ signal }) =>
      readJson(`/api/outside/${siteId}`, signal, async () => (await import("./schema")).outsideOfSiteSchema),
  });
}

/** What strangers get on the sites that are public already. */
export function outsidePreviewQueryOptions() {
  return queryOptions({
    queryKey: ["outside", "preview"],
    queryFn: ({ signal }) =>
      readJson("/api/outside/preview", signal, async () => (await import("./schema")).outsidePreviewSchema),
  });
}
