"use client";

import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import type { SitesQuery } from "@/lib/domain/public-access/schema";
import { FilterChips } from "./filter-chips";
import { FilterFields } from "./filter-fields";

/** The rarer filters and the order, while they are open; and what is on, which can be seen at any time. */
export function FilterPanel({ query, open, onAsk }: { query: SitesQuery; open: boolean; onAsk: Ask }) {
  return (
    <>
      {open && <FilterFields query={query} onAsk={onAsk} />}
      <FilterChips query={query} onAsk={onAsk} />
    </>
  );
}
