import { queryOptions } from "@tanstack/react-query";
import { readJson } from "@/lib/platform/web/read-json-query-options";

/** The open findings: key and fetcher in one place, for the first render and for every later one. */
export function findingsQueryOptions() {
  return queryOptions({
    queryKey: ["findings"],
    queryFn: ({ signal }) =>
      readJson("/api/findings", signal, async () => (await import("./schema")).findingsPageSchema),
  });
}
