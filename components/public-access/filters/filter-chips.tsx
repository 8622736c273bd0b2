"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { withoutFilters } from "@/components/public-access/page-state/sites-address";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import type { SitesQuery } from "@/lib/domain/public-access/schema";
import { filtersOf } from "./filters-of";
import { useFilterLabel } from "./use-filter-label";

/** The filters that are on, each to be taken away alone, and all at once. */
export function FilterChips({ query, onAsk }: { query: SitesQuery; onAsk: Ask }) {
  const t = useTranslations("publicAccess.filter");
  const label = useFilterLabel();
  const listRef = useRef<HTMLUListElement>(null);
  const filters = filtersOf(query);
  const anything = filters.length > 0 || query.sort !== null;
  return (
    // The focus stays here when a chip takes itself away.
    <ul
      ref={listRef}
      tabIndex={-1}
      aria-label={t("inForce")}
      className="flex flex-wrap items-center gap-2 empty:hidden"
    >
      {filters.map(({ name, value }) => (
        <li key={name} className="min-w-0">
          <button
            type="button"
            className={buttonStyles({ size: "sm" })}
            onClick={() => {
              onAsk({ [name]: null });
              listRef.current?.focus();
            }}
          >
            <span className="min-w-0 truncate">
              {t.rich("chip", { name: t(name), value: () => <bdi>{label(name, value)}</bdi> })}
            </span>
            <X aria-hidden="true" />
            <span className="sr-only"> {t("takeAway")}</span>
          </button>
        </li>
      ))}
      {anything && (
        <li>
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              onAsk({ ...withoutFilters(query), q: query.q, state: query.state, sort: null, dir: "asc" });
              listRef.current?.focus();
            }}
          >
            {t("clear")}
          </Button>
        </li>
      )}
    </ul>
  );
}
