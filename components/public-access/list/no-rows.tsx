"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { filtersOf } from "@/components/public-access/filters/filters-of";
import { withoutFilters } from "@/components/public-access/page-state/sites-address";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";

type NoRowsProps = { query: SitesQuery; page: SitesPage; onAsk: Ask };

/** Why the list is empty, and the way out. */
export function NoRows({ query, page, onAsk }: NoRowsProps) {
  const t = useTranslations("publicAccess");
  const clear = <Button onClick={() => onAsk(withoutFilters(query))}>{t("filter.clear")}</Button>;
  if (page.matching > 0) {
    return (
      <EmptyState icon={SearchX} title={t("empty.pages")}>
        <Button onClick={() => onAsk({ ...query, page: 1 })}>{t("empty.firstPage")}</Button>
      </EmptyState>
    );
  }
  if (page.totals.sites === 0) return <EmptyState icon={SearchX} title={t("empty.noSites")} />;
  if (query.site !== null && query.site !== undefined) {
    return (
      <EmptyState icon={SearchX} title={t("empty.noSuchSite", { id: String(query.site) })}>
        <p>{t("empty.deleted")}</p>
        {clear}
      </EmptyState>
    );
  }
  if (query.q === "" && filtersOf(query).length === 0) {
    return (
      <EmptyState icon={SearchX} title={t(`empty.${query.state === "public" ? "nonePublic" : "nonePrivate"}`)}>
        {clear}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title={query.q === "" ? t("empty.noMatch") : t("empty.noMatchFor", { text: query.q, state: query.state })}
    >
      {clear}
    </EmptyState>
  );
}
