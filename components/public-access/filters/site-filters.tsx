"use client";

import type { Ref } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { goToRows } from "@/components/public-access/row/use-row-keys";
import { Segmented } from "@/components/ui/segmented";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import { siteStates } from "@/lib/domain/publications/terms";
import { FilterChips } from "./filter-chips";
import { MoreFilters } from "./more-filters";
import { SearchField } from "./search-field";

type SiteFiltersProps = {
  query: SitesQuery;
  /** null while it is not known */
  totals: SitesPage["totals"] | null;
  /** rows of the query before are shown while the next ones are read */
  loading: boolean;
  searchRef: Ref<HTMLInputElement>;
  onAsk: Ask;
};

/** What narrows the list: a search, public or private, and the rarer ones; what is in force stands below as chips. */
export function SiteFilters({ query, totals, loading, searchRef, onAsk }: SiteFiltersProps) {
  const say = useTranslations("publicAccess.filter");
  const format = useFormatter();
  const counts = totals && { all: totals.sites, public: totals.public, private: totals.sites - totals.public };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-3 sm:flex-row sm:items-center sm:justify-between">
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
        <Segmented
          legend={say("state")}
          value={query.state}
          onChange={(state) => onAsk({ state })}
          options={siteStates.map((state) => ({
            value: state,
            label: (
              <>
                {say(state)}
                {counts && (
                  <span className="font-normal text-ink-faint tabular-nums" suppressHydrationWarning>
                    {format.number(counts[state])}
                  </span>
                )}
              </>
            ),
          }))}
        />
      </div>
      <MoreFilters query={query} onAsk={onAsk} />
      <FilterChips query={query} onAsk={onAsk} />
    </div>
  );
}
