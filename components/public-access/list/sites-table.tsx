// biome-ignore-all lint/a11y/noRedundantRoles: rows are two lines on a narrow screen (display: grid); explicit roles keep it a table for every screen reader.
"use client";

import { useTranslations } from "use-intl";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { isChoosable, type RowContext } from "@/components/public-access/row/row-context";
import { SiteRow } from "@/components/public-access/row/site-row";
import { useRowKeys } from "@/components/public-access/row/use-row-keys";
import { ChoosePage } from "@/components/public-access/selection/choose-page";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import { Head, SortHeader } from "./sort-header";

type SitesTableProps = {
  page: Pick<SitesPage, "rows" | "state">;
  query: SitesQuery;
  /** rows of the query before, while the next ones are read */
  stale: boolean;
  context: RowContext;
  onAsk: Ask;
};

/** The rows, one line each. Arrow keys go from row to row, Enter opens, Space chooses; the help of the page says so. */
export function SitesTable({ page: { rows, state }, query, stale, context, onAsk }: SitesTableProps) {
  const t = useTranslations("publicAccess.row");
  const tColumn = useTranslations("publicAccess.order.column");
  const isPrivate = state === "private";
  const { onKeyDown, rowProps } = useRowKeys({
    rows,
    onOpen: (site) => context.onOpen(site.id),
    onChoose: (site) => {
      if (isChoosable(site, context)) context.onChoose([site], !context.isChosen(site.id));
    },
  });
  const sorted = { query, onAsk };
  return (
    <table
      role="table"
      aria-label={t("table")}
      aria-busy={stale}
      className="busy-line block w-full table-fixed text-start text-sm wide:table"
    >
      <thead role="rowgroup" className="sr-only wide:not-sr-only wide:table-header-group">
        <tr role="row" className="wide:table-row">
          <Head className="w-11 ps-2 print:hidden">
            <ChoosePage rows={rows} query={query} context={context} />
          </Head>
          <SortHeader column="name" {...sorted}>
            {t("site")}
          </SortHeader>
          {isPrivate ? (
            <>
              <Head className="w-80">{t("url")}</Head>
              <SortHeader column="group" className="w-56" {...sorted}>
                {tColumn("group")}
              </SortHeader>
            </>
          ) : (
            <>
              <SortHeader column="since" className="w-36" {...sorted}>
                {tColumn("since")}
              </SortHeader>
              <Head className="w-32">{t("owner")}</Head>
              <Head className="w-64">{t("why")}</Head>
              <SortHeader column="until" className="w-44" {...sorted}>
                {tColumn("until")}
              </SortHeader>
            </>
          )}
          <Head className="w-44 print:hidden">
            <span className="sr-only">{t("actions")}</span>
          </Head>
        </tr>
      </thead>
      <tbody role="rowgroup" className="block divide-y divide-line wide:table-row-group" onKeyDown={onKeyDown}>
        {rows.map((site) => (
          <SiteRow
            key={site.id}
            site={site}
            highlighted={site.id === query.site}
            isPrivateList={isPrivate}
            context={context}
            focus={rowProps(site.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
