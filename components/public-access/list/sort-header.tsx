"use client";

import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { HeaderCell } from "@/components/ui/table";
import type { SitesQuery } from "@/lib/domain/public-access/schema";

type SortHeaderProps = {
  column: NonNullable<SitesQuery["sort"]>;
  query: SitesQuery;
  onAsk: Ask;
  className?: string;
  children: string;
};

/** A column's name that sorts by it: up, down, and back to the order the list had. */
export function SortHeader({ column, query, onAsk, className, children }: SortHeaderProps) {
  const sorted = query.sort === column ? query.dir : null;
  const Icon = sorted === null ? ArrowUpDown : sorted === "asc" ? ArrowUp : ArrowDown;
  return (
    <HeaderCell
      {...(className === undefined ? {} : { className })}
      aria-sort={sorted === null ? "none" : sorted === "asc" ? "ascending" : "descending"}
    >
      {/* On a narrow screen the head is for screen readers only: nothing in it may take the focus unseen. */}
      <span className="lg:hidden">{children}</span>
      <button
        type="button"
        className="-mx-1 hidden min-h-6 items-center gap-1 rounded px-1 font-medium hover:text-ink lg:inline-flex"
        onClick={() => onAsk(nextOrder(query, column))}
      >
        {children}
        <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      </button>
    </HeaderCell>
  );
}

type Order = Pick<SitesQuery, "sort" | "dir">;

/** The order after the head of `column` was pressed: by it, then the other way round, then the list's own again. */
export function nextOrder({ sort, dir }: Order, column: NonNullable<Order["sort"]>): Order {
  if (sort !== column) return { sort: column, dir: "asc" };
  return dir === "asc" ? { sort: column, dir: "desc" } : { sort: null, dir: "asc" };
}
