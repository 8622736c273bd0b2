"use client";

import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { SitesPage, SitesQuery } from "@/lib/public-access/schema";

type NoRowsProps = { query: SitesQuery; page: SitesPage; onShowAll: () => void; onFirstPage: () => void };

/** Why the list is empty, and the way out. */
export function NoRows({ query, page, onShowAll, onFirstPage }: NoRowsProps) {
  if (page.matching > 0) {
    return (
      <EmptyState icon={SearchX} title="There are not that many pages">
        <Button onClick={onFirstPage}>Go to the first page</Button>
      </EmptyState>
    );
  }
  if (query.site !== null) {
    return (
      <EmptyState icon={SearchX} title={`There is no site with id ${query.site} in Matomo`}>
        <p>It may have been deleted since the mail was sent.</p>
        <Button onClick={onShowAll}>Show all sites</Button>
      </EmptyState>
    );
  }
  if (query.q !== "") {
    return (
      <EmptyState
        icon={SearchX}
        title={`No ${query.state === "all" ? "" : `${query.state} `}site matches “${query.q}”`}
      >
        <p>The search looks at names, addresses and ids.</p>
        <Button onClick={onShowAll}>Show all sites</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={SearchX} title={query.state === "all" ? "Matomo has no sites" : `No site is ${query.state}`} />
  );
}
