"use client";

import { useTranslations } from "use-intl";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import type { SitesQuery } from "@/lib/domain/public-access/schema";
import { siteSorts, sortDirections } from "@/lib/domain/publications/terms";
import { FilterSelect } from "./filter-select";

const orders = siteSorts.flatMap((sort) =>
  sortDirections.map((dir) => ({ sort, dir, value: `${sort}-${dir}` as const })),
);

/** Every order there is, those without a column and for narrow screens, too. */
export function SortSelect({ query: { sort, dir }, onAsk }: { query: SitesQuery; onAsk: Ask }) {
  const t = useTranslations("publicAccess.order");
  return (
    <FilterSelect
      label={t("label")}
      value={sort ? `${sort}-${dir}` : null}
      any={t("default")}
      options={orders.map(({ value }) => ({ value, label: t(value) }))}
      onChange={(chosen) => {
        const order = orders.find(({ value }) => value === chosen);
        onAsk(order ? { sort: order.sort, dir: order.dir } : { sort: null, dir: "asc" });
      }}
    />
  );
}
