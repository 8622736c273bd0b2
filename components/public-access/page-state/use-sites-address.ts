"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import type { SitesQuery } from "@/lib/domain/public-access/schema";
import { readSitesAddress, type SitesAddress, sitesPath } from "./sites-address";

/** `push`: Back undoes it. `replace`: not, as for each letter of a search. */
type Step = "push" | "replace";

/**
 * What the address says, and the ways to change it. Nothing is loaded again by that: Next follows the browser's own
 * history without asking the server, and the list asks for its rows itself.
 */
export function useSitesAddress() {
  const params = useSearchParams();
  const address = useMemo(() => readSitesAddress(params), [params]);
  return {
    ...address,
    /** another list; from its first page, unless the change says which */
    ask: (change: Partial<SitesQuery>, step: Step = "push") =>
      go({ query: { ...address.query, site: null, page: 1, ...change }, details: null }, step),
    /** the panel of a site, or none */
    open: (details: number | null) => go({ ...address, details }, details === null ? "replace" : "push"),
  };
}

function go(address: SitesAddress, step: Step): void {
  const path = sitesPath(address);
  if (step === "push") window.history.pushState(null, "", path);
  else window.history.replaceState(null, "", path);
}

/** How the list is asked for in another way. */
export type Ask = ReturnType<typeof useSitesAddress>["ask"];
