"use client";

import { type ComponentType, lazy, type RefObject, Suspense, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { goToRows } from "@/components/public-access/row/use-row-keys";
import { Button } from "@/components/ui/button";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import { filtersOf } from "./filters-of";
import { SearchField } from "./search-field";
import { StateTabs } from "./state-tabs";

type FilterPanelProps = { query: SitesQuery; open: boolean; onAsk: Ask };
const loadPanel = () => import("./filter-panel");
const FilterPanel = lazy<ComponentType<FilterPanelProps>>(() =>
  loadPanel().then(
    (file) => ({ default: file.FilterPanel }),
    // Without its file the tabs and the search narrow the list.
    () => ({ default: () => null }),
  ),
);

type ListBarProps = {
  query: SitesQuery;
  /** null while it is not known */
  page: Pick<SitesPage, "state" | "counts"> | null;
  /** rows of the query before are shown while the next ones are read */
  loading: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
  onAsk: Ask;
};

/** What narrows the list: public or private, a search, and the rarer filters behind one button. */
export function ListBar({ query, page, loading, searchRef, onAsk }: ListBarProps) {
  const t = useTranslations("publicAccess.filter");
  const [open, setOpen] = useState(false);
  useEffect(() => void loadPanel().catch(() => {}), []);
  const inForce = filtersOf(query).length + (query.sort ? 1 : 0);
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <StateTabs query={query} page={page} onAsk={onAsk} />
        <SearchField
          value={query.q}
          loading={loading}
          inputRef={searchRef}
          onLeave={goToRows}
          onSearch={(q) => {
            // One step back undoes a whole search, not its last letter.
            if (q !== query.q) onAsk({ q }, query.q === "" || q === "" ? "push" : "replace");
          }}
        />
        <Button size="sm" className="min-h-9" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
          {t("button")}
          {inForce > 0 && <span className="text-accent tabular-nums">{inForce}</span>}
        </Button>
      </div>
      {(open || inForce > 0) && (
        <Suspense fallback={null}>
          <FilterPanel query={query} open={open} onAsk={onAsk} />
        </Suspense>
      )}
    </div>
  );
}
