"use client";

import { useState } from "react";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import { asRead, choosing, leavingOut, NOTHING_CHOSEN, type Selection } from "./selection";

export type SiteSelection = ReturnType<typeof useSiteSelection>;

/** The sites chosen so far. `rows` is the list as last read. */
export function useSiteSelection(rows: readonly SiteRow[]) {
  const [kept, setKept] = useState<Selection>(NOTHING_CHOSEN);
  const selection = asRead(kept, rows);
  return {
    selection,
    has: (siteId: number) => selection.has(siteId),
    choose: (sites: readonly SiteRow[], chosen: boolean) => {
      const siteIds = sites.map((site) => site.id);
      setKept(chosen ? choosing(selection, sites) : leavingOut(selection, siteIds));
    },
    drop: (siteIds: readonly number[]) => setKept(leavingOut(selection, siteIds)),
    replace: (next: Selection) => setKept(next),
    clear: () => setKept(NOTHING_CHOSEN),
  };
}
