"use client";

import { type ComponentProps, type ComponentType, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { withoutFilters } from "@/components/public-access/page-state/sites-address";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import type { RowContext } from "@/components/public-access/row/row-context";
import { Button } from "@/components/ui/button";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import type { NoRows } from "./no-rows";
import type { SitesPaging } from "./sites-paging";
import { SitesTable } from "./sites-table";
import { useKeepHeight } from "./use-keep-height";

// Neither is needed for most lists; what cannot be fetched is missed, and the rows are there.
const Paging = lazy<ComponentType<ComponentProps<typeof SitesPaging>>>(() =>
  import("./sites-paging").then(
    (file) => ({ default: file.SitesPaging }),
    () => ({ default: () => null }),
  ),
);
const Empty = lazy<ComponentType<ComponentProps<typeof NoRows>>>(() =>
  import("./no-rows").then(
    (file) => ({ default: file.NoRows }),
    () => ({ default: () => null }),
  ),
);

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
  const t = useTranslations("publicAccess.list");
  const { ref, room } = useKeepHeight(query.q !== "", page.rows);
  return (
    <div ref={ref} className="flex flex-col gap-3" style={room === null ? undefined : { minHeight: room }}>
      {query.site !== null && page.rows.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm print:hidden">
          <p className="text-ink-soft">{t("onlyLinked")}</p>
          <Button size="sm" onClick={() => onAsk(withoutFilters(query))}>
            {t("showAll")}
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {stale ? t("searching") : t("listed", { count: page.matching })}
      </p>
      <section aria-label={t("label")} className="overflow-clip rounded-xl border border-line bg-surface shadow-lift">
        {page.rows.length === 0 ? (
          <Suspense fallback={<div className="h-48" />}>
            <Empty query={query} page={page} onAsk={onAsk} />
          </Suspense>
        ) : (
          <SitesTable page={page} query={query} stale={stale} context={context} onAsk={onAsk} />
        )}
        {(page.matching > page.rows.length || query.page > 1) && (
          <Suspense fallback={<div className="h-14" />}>
            <Paging page={query.page} pageSize={page.pageSize} total={page.matching} onAsk={onAsk} />
          </Suspense>
        )}
      </section>
    </div>
  );
}
