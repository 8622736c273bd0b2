"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useReportReading } from "@/components/layout/connection";
import { findingsQueryOptions } from "@/lib/findings/query-options";
import { outsideQueryOptions } from "@/lib/probe/query-options";
import { ReadFailed, sitesQueryOptions } from "@/lib/public-access/query-options";
import type { SitesPage, SitesQuery } from "@/lib/public-access/schema";

const LOOK_AGAIN_MS = 60_000;

/**
 * The list of a query and the findings, read again every minute. What was read last stays in view while something else
 * is read, and when that fails: then `isCurrent` is false, and nothing may be done with what is shown.
 */
export function useSites(query: SitesQuery) {
  const sites = useQuery({ ...sitesQueryOptions(query), refetchInterval: LOOK_AGAIN_MS });
  const findings = useQuery({ ...findingsQueryOptions(), refetchInterval: LOOK_AGAIN_MS });
  const page = useLastRead(sites.data);
  const queryClient = useQueryClient();
  useReportReading({
    readAt: sites.dataUpdatedAt,
    unreachable: sites.isError && !(sites.error instanceof ReadFailed),
  });
  return {
    page,
    findings,
    failure: sites.error,
    /** rows of the query before are shown while the next ones are read */
    isStale: sites.isPlaceholderData,
    isReading: sites.isFetching,
    isCurrent: page !== null && !sites.isError,
    again: () => sites.refetch(),
    reload: async () => {
      await Promise.all(
        [
          ["sites"],
          ["site-details"],
          ["site-changes"],
          findingsQueryOptions().queryKey,
          outsideQueryOptions().queryKey,
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
    },
  };
}

function useLastRead(data: SitesPage | undefined): SitesPage | null {
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return data ?? last ?? null;
}
