"use client";

import { useTranslations } from "use-intl";
import { withoutFilters } from "@/components/public-access/page-state/sites-address";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import type { RowContext } from "@/components/public-access/row/row-context";
import { ChoosePage } from "@/components/public-access/selection/choose-page";
import { Button } from "@/components/ui/button";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import { NoRows } from "./no-rows";
import { SitesPaging } from "./sites-paging";
import { SitesTable } from "./sites-table";
import { useHeldRoom } from "./use-held-room";

type SitesPanelProps = {
  page: SitesPage;
  query: SitesQuery;
  /** rows of the query before, while the next ones are read */
  stale: boolean;
  context: RowContext;
  onAsk: Ask;
};

/** The list of a query: rows, paging, or why there are none. */
export function SitesPanel({ page, query, stale, context, onAsk }: SitesPanelProps) {
  const say = useTranslations("publicAccess.list");
  const { ref, room } = useHeldRoom(query.q !== "", page.rows);
  return (
    <div ref={ref} className="flex flex-col gap-5" style={room === null ? undefined : { minHeight: room }}>
      {query.site !== null && page.rows.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
          <p className="text-ink-soft">{say("onlyLinked")}</p>
          <Button size="sm" onClick={() => onAsk(withoutFilters(query))}>
            {say("showAll")}
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {stale ? say("searching") : say("listed", { count: page.matching })}
      </p>
      <section aria-label={say("label")} className="overflow-clip rounded-xl border border-line bg-surface shadow-lift">
        {page.rows.length === 0 ? (
          <NoRows query={query} page={page} onAsk={onAsk} />
        ) : (
          <>
            <div className="flex justify-end border-line border-b px-2 py-1 lg:hidden">
              <ChoosePage rows={page.rows} context={context} />
            </div>
            <SitesTable rows={page.rows} query={query} stale={stale} context={context} onAsk={onAsk} />
          </>
        )}
        <SitesPaging page={query.page} pageSize={page.pageSize} total={page.matching} onAsk={onAsk} />
      </section>
    </div>
  );
}
