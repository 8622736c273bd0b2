import { queryOptions } from "@tanstack/react-query";
import type { FindingsPage } from "./schema";

/** The open findings: key and fetcher in one place, for the first render and for every later one. */
export function findingsQueryOptions() {
  return queryOptions({ queryKey: ["findings"], queryFn: ({ signal }) => fetchFindings(signal) });
}

/** @throws when there is no answer that can be understood; the page says what that means */
async function fetchFindings(signal: AbortSignal): Promise<FindingsPage> {
  const [response, { findingsPageSchema }] = await Promise.all([
    fetch("/api/findings", { signal, headers: { accept: "application/json" } }),
    // The validator is not part of what the page loads first.
    import("./schema"),
  ]);
  if (!response.ok) throw new Error(`/api/findings answered ${response.status}`);
  return findingsPageSchema.parse(await response.json());
}
