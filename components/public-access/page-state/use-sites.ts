"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useReportReading } from "@/components/layout/connection";
import { useHeldWhilePressed } from "@/components/ui/use-held-while-pressed";
import { sitesQueryOptions } from "@/lib/domain/public-access/query-options";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import { ReadFailed } from "@/lib/platform/web/read-json-query-options";

/** How often an open page reads again what is public and what was found. */
export const REFETCH_MS = 60_000;

/**
 * The list of a query, read again every minute. What was read last stays in view while something else is read, and when
 * that fails: then `isCurrent` is false, and nothing may be done with what is shown.
 */
export function useSites(query: SitesQuery) {
  const sites = useQuery({ ...sitesQueryOptions(query), refetchInterval: REFETCH_MS });
  const page = useHeldWhilePressed(useLastRead(sites.data));
  useReportReading({
    readAt: sites.dataUpdatedAt,
    unreachable: sites.isError && !(sites.error instanceof ReadFailed),
  });
  return {
    page,
    failure: sites.error,
    /** rows of the query before are shown while the next ones are read */
    isStale: sites.isPlaceholderData,
    isReading: sites.isFetching,
    isCurrent: page !== null && !sites.isError,
    again: () => sites.refetch(),
  };
}

function useLastRead(data: SitesPage | undefined): SitesPage | null {
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return data ?? last ?? null;
}
