"use client";

import { useTranslations } from "use-intl";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { isChoosable, type RowContext } from "@/components/public-access/row/row-context";
import { SiteRow } from "@/components/public-access/row/site-row";
import { useRowKeys } from "@/components/public-access/row/use-row-keys";
import { ChoosePage } from "@/components/public-access/selection/choose-page";
import { HeaderCell, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { SiteRow as Site, SitesQuery } from "@/lib/domain/public-access/schema";
import { SortHeader } from "./sort-header";

type SitesTableProps = {
  rows: readonly Site[];
  query: SitesQuery;
  /** rows of the query before, while the next ones are read */
  stale: boolean;
  context: RowContext;
  onAsk: Ask;
};

/** The rows. Arrow keys go from row to row, Enter opens, Space chooses; the help of the page says so. */
export function SitesTable({ rows, query, stale, context, onAsk }: SitesTableProps) {
  const say = useTranslations("publicAccess.row");
  const { onKeyDown, rowProps } = useRowKeys({
    rows,
    onOpen: (site) => context.onOpen(site.id),
    onChoose: (site) => {
      if (isChoosable(site, context)) context.onChoose([site], !context.isChosen(site.id));
    },
  });
  const sorted = { query, onAsk };
  return (
    <Table aria-label={say("table")} aria-busy={stale} className="busy-line">
      <TableHead>
        <TableRow>
          <HeaderCell checkbox>
            <span className="max-lg:hidden">
              <ChoosePage rows={rows} context={context} />
            </span>
            <span className="lg:hidden">{say("chooseColumn")}</span>
          </HeaderCell>
          <SortHeader column="name" {...sorted}>
            {say("site")}
          </SortHeader>
          <HeaderCell className="w-28">{say("state")}</HeaderCell>
          <SortHeader column="since" className="w-32" {...sorted}>
            {say("publicSince")}
          </SortHeader>
          <HeaderCell className="w-36">{say("byWhom")}</HeaderCell>
          <HeaderCell className="w-52">{say("why")}</HeaderCell>
          <SortHeader column="until" className="w-36" {...sorted}>
            {say("until")}
          </SortHeader>
          <HeaderCell className="w-40">
            <span className="sr-only">{say("deeds")}</span>
          </HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody onKeyDown={onKeyDown}>
        {rows.map((site) => (
          <SiteRow
            key={site.id}
            site={site}
            highlighted={site.id === query.site}
            context={context}
            focus={rowProps(site.id)}
          />
        ))}
      </TableBody>
    </Table>
  );
}
