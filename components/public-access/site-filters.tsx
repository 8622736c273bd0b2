"use client";

import { grouped } from "@/components/ui/plural";
import { Segmented } from "@/components/ui/segmented";
import type { SitesPage, SitesQuery } from "@/lib/public-access/schema";
import { SearchField } from "./search-field";

type SiteFiltersProps = {
  query: SitesQuery;
  /** null while it is not known */
  totals: SitesPage["totals"] | null;
  loading: boolean;
  onChange: (change: Partial<Pick<SitesQuery, "q" | "state">>) => void;
};

export function SiteFilters({ query, totals, loading, onChange }: SiteFiltersProps) {
  const counts = totals && { all: totals.sites, public: totals.public, private: totals.sites - totals.public };
  const option = (value: SitesQuery["state"], word: string) => ({
    value,
    label: (
      <>
        {word}
        {counts && <span className="font-normal text-ink-faint tabular-nums">{grouped(counts[value])}</span>}
      </>
    ),
  });
  return (
    <div className="flex flex-col gap-3 sm:flex-row sm:items-center sm:justify-between">
      <SearchField value={query.q} loading={loading} onSearch={(q) => onChange({ q })} />
      <Segmented
        legend="Which sites"
        value={query.state}
        onChange={(state) => onChange({ state })}
        options={[option("all", "All"), option("public", "Public"), option("private", "Private")]}
      />
    </div>
  );
}
