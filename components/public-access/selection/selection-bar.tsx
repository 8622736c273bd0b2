"use client";

import { useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { RowContext } from "@/components/public-access/row/row-context";
import { goToRows } from "@/components/public-access/row/use-row-keys";
import { Button } from "@/components/ui/button";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import { ChooseMatching } from "./choose-matching";
import { PublishingUnderWay } from "./publishing-under-way";
import { actionsOn, namedSites } from "./selection";
import type { SiteSelection } from "./use-site-selection";

const NAMED = 3;

type SelectionBarProps = {
  login: string;
  selection: SiteSelection;
  query: SitesQuery;
  page: SitesPage;
  actions: Pick<RowContext, "isCurrent" | "mayPublish" | "onShow"> & {
    onPublishChosen: (chosen: { siteIds: number[]; named: { id: number; name: string }[] }) => void;
  };
};

/**
 * Stays in view while sites are chosen (before, a publication that was begun is in its place), whatever page or search the list shows. Public and private ones have a button
 * each, with its own number: nothing is ever turned around.
 */
export function SelectionBar({ login, selection, query, page, actions }: SelectionBarProps) {
  const t = useTranslations("publicAccess.selection");
  const format = useFormatter();
  const bar = useRef<HTMLElement>(null);
  const { toPublish, toMakePrivate } = actionsOn(selection.selection);
  const count = selection.selection.size;
  const all = namedSites([...selection.selection.values()], (id) => t("unnamed", { id: String(id) }));
  const names = all.slice(0, NAMED).map((site) => site.name);
  const more = count - names.length;
  const publish = () => {
    const named = namedSites(
      toPublish.filter((site) => site.name !== null),
      String,
    );
    actions.onPublishChosen({ siteIds: toPublish.map((site) => site.id), named });
  };
  const makePrivate = () => {
    const sites = namedSites(toMakePrivate, (id) => t("unnamed", { id: String(id) }));
    actions.onShow({ dialog: "revoke", sites });
  };
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 && t("count", { count })}
      </p>
      {count === 0 && <PublishingUnderWay login={login} />}
      {count > 0 && (
        <section
          ref={bar}
          tabIndex={-1}
          aria-label={t("label")}
          className="sticky bottom-4 z-20 flex animate-appear flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-3 shadow-float"
        >
          <div className="min-w-0 flex-1 basis-48">
            <p className="font-semibold text-sm">{t("count", { count })}</p>
            <p className="truncate text-[0.8125rem] text-ink-soft" suppressHydrationWarning>
              <bdi>{format.list(more > 0 ? [...names, t("more", { count: more })] : names)}</bdi>
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <ChooseMatching
              query={query}
              page={page}
              mayPublish={actions.mayPublish}
              selection={selection}
              onChosen={() => bar.current?.focus()}
            />
            <Button
              variant="quiet"
              onClick={() => {
                selection.clear();
                goToRows();
              }}
            >
              {t("clear")}
            </Button>
            {toMakePrivate.length > 0 && (
              <Button disabled={!actions.isCurrent} onClick={makePrivate}>
                {t("makePrivate", { count: toMakePrivate.length })}
              </Button>
            )}
            {toPublish.length > 0 && actions.mayPublish && (
              <Button variant="primary" disabled={!actions.isCurrent} onClick={publish}>
                {t("publish", { count: toPublish.length })}
              </Button>
            )}
          </div>
        </section>
      )}
    </>
  );
}
