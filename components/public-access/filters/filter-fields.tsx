"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { siteFacetsQueryOptions } from "@/lib/domain/public-access/query-options";
import type { SiteFacets } from "@/lib/domain/public-access/reading-schema";
import type { SitesQuery } from "@/lib/domain/public-access/schema";
import { channels, siteAttentions, siteSorts, sortDirections } from "@/lib/domain/publications/terms";
import { FilterSelect } from "./filter-select";
import { useFilterLabel } from "./use-filter-label";

const FACETS_ARE_FRESH_MS = 5 * 60_000;
const orders = siteSorts.flatMap((sort) => sortDirections.map((dir) => ({ sort, dir, value: `${sort}-${dir}` })));

/** Group, type, how a site became public, what somebody should look at, and the order. */
export function FilterFields({ query, onAsk }: { query: SitesQuery; onAsk: Ask }) {
  const t = useTranslations("publicAccess.filter");
  const tOrder = useTranslations("publicAccess.order");
  const label = useFilterLabel();
  const { data } = useQuery({ ...siteFacetsQueryOptions(), staleTime: FACETS_ARE_FRESH_MS });
  const facet = (name: "group" | "type", found: SiteFacets["groups"] = []) =>
    found.map(({ value, shown, sites }) => ({
      value,
      label: t("facet", { value: label(name, shown), sites }),
    }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div
      role="group"
      aria-label={t("label")}
      className="grid grid-cols-2 gap-3 rounded-xl border border-line bg-surface p-3 sm:grid-cols-3 lg:grid-cols-5"
    >
      <FilterSelect
        label={t("group")}
        value={query.group ?? null}
        options={facet("group", data?.groups)}
        onChange={(group) => onAsk({ group })}
      />
      <FilterSelect
        label={t("type")}
        value={query.type ?? null}
        options={facet("type", data?.types)}
        onChange={(type) => onAsk({ type })}
      />
      <FilterSelect
        label={t("channel")}
        value={query.channel ?? null}
        options={channels.map((value) => ({ value, label: label("channel", value) }))}
        onChange={(value) => onAsk({ channel: channels.find((known) => known === value) ?? null })}
      />
      <FilterSelect
        label={t("attention")}
        value={query.attention ?? null}
        options={siteAttentions.map((value) => ({ value, label: label("attention", value) }))}
        onChange={(value) => onAsk({ attention: siteAttentions.find((known) => known === value) ?? null })}
      />
      <div className="col-span-2 sm:col-span-1">
        <FilterSelect
          label={tOrder("label")}
          value={query.sort ? `${query.sort}-${query.dir}` : null}
          any={tOrder("default")}
          options={orders.map(({ sort, dir, value }) => ({
            value,
            label: tOrder(dir, { column: tOrder(`column.${sort}`) }),
          }))}
          onChange={(chosen) => {
            const order = orders.find(({ value }) => value === chosen);
            onAsk({ sort: order?.sort ?? null, dir: order?.dir ?? "asc" });
          }}
        />
      </div>
      {(data?.moreGroups || data?.moreTypes) && (
        <p className="col-span-full text-[0.8125rem] text-ink-soft">{t("moreFacets")}</p>
      )}
    </div>
  );
}
