import { queryOptions } from "@tanstack/react-query";
import type { Drills } from "./schema";

/** The newest drills: key and fetcher in one place. */
export function drillsQueryOptions() {
  return queryOptions({ queryKey: ["drills"], queryFn: ({ signal }) => fetchDrills(signal), staleTime: 0 });
}

/** @throws when there is no answer that can be understood; the page says what that means */
async function fetchDrills(signal: AbortSignal): Promise<Drills> {
  const [response, { drillsSchema }] = await Promise.all([
    fetch("/api/drills", { signal, headers: { accept: "application/json" } }),
    // The validator is not part of what the page loads first.
    import("./schema"),
  ]);
  if (!response.ok) throw new Error(`/api/drills answered ${response.status}`);
  return drillsSchema.parse(await response.json());
}
