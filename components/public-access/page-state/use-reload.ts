"use client";

import { useQueryClient } from "@tanstack/react-query";
import { findingsQueryOptions } from "@/lib/domain/findings/query-options";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";

/** Reads again, after a change, everything that the page shows of sites; resolves when it is there. */
export function useReload(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [
        ["sites"],
        ["site-details"],
        ["site-changes"],
        findingsQueryOptions().queryKey,
        outsideQueryOptions().queryKey,
      ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
  };
}
