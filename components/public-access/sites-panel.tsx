"use client";

import { Button } from "@/components/ui/button";
import { counted } from "@/components/ui/plural";
import type { SiteRow, SitesPage, SitesQuery } from "@/lib/public-access/schema";
import { NoRows } from "./no-rows";
import type { RowContext } from "./site-row";
import { SitesPaging } from "./sites-paging";
import { SitesTable } from "./sites-table";
import type { SiteSelection } from "./use-site-selection";

type SitesPanelProps = {
  page: SitesPage;
  query: SitesQuery;
  stale: boolean;
  timeZone: string;
  mayPublish: boolean;
  selection: SiteSelection;
  onShow: RowContext["onShow"];
  onPage: (page: number) => void;
  onShowAll: () => void;
};

/** The list of a query: rows, paging, or why there are none. */
export function SitesPanel({ page, query, stale, selection, onPage, onShowAll, ...row }: SitesPanelProps) {
  const choose = (sites: readonly SiteRow[], chosen: boolean) =>
    chosen ? selection.choose(sites) : selection.drop(sites.map((site) => site.id));
  return (
    <>
      {query.site !== null && page.rows.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
          <p className="text-ink-soft">Only the site from the link is shown.</p>
          <Button size="sm" onClick={onShowAll}>
            Show all sites
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {!stale && `${counted(page.matching, "site")} listed`}
      </p>
      <section
        aria-label="List of sites"
        className="overflow-clip rounded-xl border border-line bg-surface shadow-lift"
      >
        {page.rows.length === 0 ? (
          <NoRows query={query} page={page} onShowAll={onShowAll} onFirstPage={() => onPage(1)} />
        ) : (
          <SitesTable
            rows={page.rows}
            highlightedId={query.site}
            stale={stale}
            onChooseAll={choose}
            context={{
              asOf: page.asOf,
              isChosen: selection.has,
              onChoose: (site, chosen) => choose([site], chosen),
              ...row,
            }}
          />
        )}
        <SitesPaging page={query.page} pageSize={page.pageSize} total={page.matching} onPage={onPage} />
      </section>
    </>
  );
}
