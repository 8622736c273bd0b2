"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/class-names";
import { HeaderCell, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { SiteRow as Site } from "@/lib/public-access/schema";
import { type RowContext, SiteRow } from "./site-row";

type SitesTableProps = {
  rows: readonly Site[];
  /** the site a link in a mail pointed at */
  highlightedId: number | null;
  /** rows of the query before, while the next ones are read */
  stale: boolean;
  context: RowContext;
  onChooseAll: (sites: readonly Site[], chosen: boolean) => void;
};

export function SitesTable({ rows, highlightedId, stale, context, onChooseAll }: SitesTableProps) {
  const choosable = context.mayPublish ? rows.filter((row) => !row.isPublic) : [];
  const chosenCount = choosable.filter((row) => context.isChosen(row.id)).length;
  return (
    <Table aria-label="Sites" aria-busy={stale} className={cn("transition-opacity", stale && "opacity-60")}>
      <TableHead>
        <TableRow>
          <HeaderCell className="w-12 py-0 pr-0">
            {choosable.length > 0 ? (
              <Checkbox
                label="Choose all private sites on this page"
                checked={chosenCount === choosable.length}
                indeterminate={chosenCount > 0 && chosenCount < choosable.length}
                onChange={(event) => onChooseAll(choosable, event.target.checked)}
              />
            ) : (
              <span className="sr-only">Choose</span>
            )}
          </HeaderCell>
          <HeaderCell>Site</HeaderCell>
          <HeaderCell className="w-28">State</HeaderCell>
          <HeaderCell className="w-28">Public since</HeaderCell>
          <HeaderCell className="w-36">By whom, and how</HeaderCell>
          <HeaderCell className="w-52">Why</HeaderCell>
          <HeaderCell className="w-40">Until</HeaderCell>
          <HeaderCell className="w-32">
            <span className="sr-only">Action</span>
          </HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((site) => (
          <SiteRow key={site.id} site={site} highlighted={site.id === highlightedId} context={context} />
        ))}
      </TableBody>
    </Table>
  );
}
