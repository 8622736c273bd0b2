import { queryOptions } from "@tanstack/react-query";
import type { Outside, OutsideOfSite, OutsidePreview } from "./schema";

/** What strangers see: key and fetcher in one place, for the first render and for every later one. */
export function outsideQueryOptions() {
  return queryOptions({ queryKey: ["outside"], queryFn: ({ signal }) => fetchOutside(signal) });
}

/** What strangers see of one site. */
export function outsideOfSiteQueryOptions(siteId: number) {
  return queryOptions({ queryKey: ["outside", siteId], queryFn: ({ signal }) => fetchOutsideOfSite(siteId, signal) });
}

/** What strangers get on the sites that are public already. */
export function outsidePreviewQueryOptions() {
  return queryOptions({ queryKey: ["outside", "preview"], queryFn: ({ signal }) => fetchOutsidePreview(signal) });
}

/** @throws when there is no answer that can be understood; the page says what that means */
async function fetchOutside(signal: AbortSignal): Promise<Outside> {
  // The validator is not part of what a page loads first.
  const [answer, { outsideSchema }] = await Promise.all([fetchJson("/api/outside", signal), import("./schema")]);
  return outsideSchema.parse(answer);
}

/** @throws as above */
async function fetchOutsideOfSite(siteId: number, signal: AbortSignal): Promise<OutsideOfSite> {
  const [answer, { outsideOfSiteSchema }] = await Promise.all([
    fetchJson(`/api/outside/${siteId}`, signal),
    import("./schema"),
  ]);
  return outsideOfSiteSchema.parse(answer);
}

/** @throws as above */
async function fetchOutsidePreview(signal: AbortSignal): Promise<OutsidePreview> {
  const [answer, { outsidePreviewSchema }] = await Promise.all([
    fetchJson("/api/outside/preview", signal),
    import("./schema"),
  ]);
  return outsidePreviewSchema.parse(answer);
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
