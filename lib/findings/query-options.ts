import { queryOptions } from "@tanstack/react-query";
import { type FindingsPage, findingsPageSchema } from "./schema";

/** The open findings: key and fetcher in one place, for the first render and for every later one. */
export function findingsQueryOptions() {
  return queryOptions({ queryKey: ["findings"], queryFn: ({ signal }) => fetchFindings(signal) });
}

async function fetchFindings(signal: AbortSignal): Promise<FindingsPage> {
  const response = await fetch("/api/findings", { signal, headers: { accept: "application/json" } });
  if (response.status === 401) throw new Error("Your session has ended. Sign in again to go on.");
  if (!response.ok) {
    throw new Error("The findings could not be read. The portal cannot know whether something is wrong in Matomo.");
  }
  return findingsPageSchema.parse(await response.json());
}
