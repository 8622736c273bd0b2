"use client";

import { useCallback, useEffect, useState } from "react";
import type { SiteRow } from "@/lib/public-access/schema";
import type { ChosenSite } from "./chosen-site";

export type SiteSelection = {
  chosen: readonly ChosenSite[];
  has: (siteId: number) => boolean;
  choose: (sites: readonly ChosenSite[]) => void;
  drop: (siteIds: readonly number[]) => void;
  clear: () => void;
};

/**
 * The private sites chosen so far, kept across pages and searches. One that turns out to be public by now (`rows` is
 * the list as last read) is dropped.
 */
export function useSiteSelection(rows: readonly SiteRow[]): SiteSelection {
  const [byId, setById] = useState<ReadonlyMap<number, ChosenSite>>(new Map());

  const choose = useCallback((sites: readonly ChosenSite[]) => {
    setById((was) => new Map([...was, ...sites.map((site) => [site.id, site] as const)]));
  }, []);
  const drop = useCallback((siteIds: readonly number[]) => {
    setById((was) => {
      if (!siteIds.some((id) => was.has(id))) return was;
      const left = new Map(was);
      for (const id of siteIds) left.delete(id);
      return left;
    });
  }, []);
  const clear = useCallback(() => setById(new Map()), []);

  useEffect(() => {
    drop(rows.filter((row) => row.isPublic).map((row) => row.id));
  }, [rows, drop]);

  return { chosen: [...byId.values()], has: (siteId) => byId.has(siteId), choose, drop, clear };
}
