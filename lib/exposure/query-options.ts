import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type Exposure, type ExposureRange, exposureSchema } from "./schema";

/** Public sites for each day of a range: key and fetcher in one place. */
export function exposureQueryOptions(range: ExposureRange) {
  return queryOptions({
    queryKey: ["exposure", range],
    queryFn: ({ signal }) => fetchExposure(range, signal),
    placeholderData: keepPreviousData,
  });
}

async function fetchExposure(range: ExposureRange, signal: AbortSignal): Promise<Exposure> {
  const response = await fetch(`/api/activity/exposure?range=${range}`, {
    signal,
    headers: { accept: "application/json" },
  });
  if (response.status === 401) throw new Error("Your session has ended. Sign in again to go on.");
  if (!response.ok) {
    throw new Error("The history could not be read. The portal cannot know how many sites were public.");
  }
  return exposureSchema.parse(await response.json());
}
