import { queryOptions } from "@tanstack/react-query";
import { readJson } from "@/lib/platform/web/read-json-query-options";

/** The newest drills: key and fetcher in one place. */
export function drillsQueryOptions() {
  return queryOptions({
    queryKey: ["drills"],
    queryFn: ({ signal }) => readJson("/api/drills", signal, async () => (await import("./schema")).drillsSchema),
    staleTime: 0,
  });
}
