"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import type { SitesQuery } from "@/lib/domain/public-access/schema";

type HeadProps = { className?: string; sort?: "none" | "ascending" | "descending"; children: ReactNode };

/** A head of the list's columns. It stays in view while the page scrolls. */
export function Head({ className = "", sort, children }: HeadProps) {
  return (
    <th
      scope="col"
      // biome-ignore lint/a11y/noRedundantRoles: the table is no table to the browser on a narrow screen
      role="columnheader"
      aria-sort={sort}
      className={`h-7 border-line border-b bg-surface-sunken px-3 text-start font-medium text-[0.8125rem] text-ink-soft wide:sticky wide:top-0 wide:z-10 print:static ${className}`}
    >
      {children}
    </th>
  );
}

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
  const Icon = sorted === "desc" ? ArrowDown : ArrowUp;
  return (
    <Head className={className} sort={sorted === null ? "none" : sorted === "asc" ? "ascending" : "descending"}>
      {/* On a narrow screen the head is for screen readers only: nothing in it may take the focus unseen. */}
      <span className="wide:hidden">{children}</span>
      <button
        type="button"
        className="group/sort -mx-1 hidden min-h-6 items-center gap-1 rounded px-1 font-medium hover:text-ink wide:inline-flex"
        onClick={() => onAsk(nextOrder(query, column))}
      >
        {children}
        <Icon
          className={`size-3.5 shrink-0 print:hidden ${sorted === null ? "opacity-0 group-hover/sort:opacity-60" : ""}`}
          aria-hidden="true"
        />
      </button>
    </Head>
  );
}

type Order = Pick<SitesQuery, "sort" | "dir">;

/** The order after the head of `column` was pressed: by it, then the other way round, then the list's own again. */
export function nextOrder({ sort, dir }: Order, column: NonNullable<Order["sort"]>): Order {
  if (sort !== column) return { sort: column, dir: "asc" };
  return dir === "asc" ? { sort: column, dir: "desc" } : { sort: null, dir: "asc" };
}
