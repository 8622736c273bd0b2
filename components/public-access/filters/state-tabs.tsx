"use client";

import { useFormatter, useTranslations } from "use-intl";
import { sitesPath } from "@/components/public-access/page-state/sites-address";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { opensBeside } from "@/components/ui/opens-beside";
import type { SitesPage, SitesQuery } from "@/lib/domain/public-access/schema";
import { siteStates } from "@/lib/domain/publications/terms";

type StateTabsProps = { query: SitesQuery; page: Pick<SitesPage, "state" | "counts"> | null; onAsk: Ask };

/** Public, private or all, each with how many sites match; each a link of its own. */
export function StateTabs({ query, page, onAsk }: StateTabsProps) {
  const t = useTranslations("publicAccess.filter");
  const format = useFormatter();
  const shown = query.state === "auto" ? page?.state : query.state;
  const counts = page && {
    public: page.counts.public.total,
    private: page.counts.private.total,
    all: page.counts.public.total + page.counts.private.total,
  };
  return (
    <nav aria-label={t("state")} className="flex rounded-lg bg-surface-sunken p-0.5 max-sm:basis-full">
      {siteStates.map((state) => (
        <a
          key={state}
          href={sitesPath({ query: { ...query, state, site: null, page: 1 }, details: null })}
          aria-current={state === shown ? "page" : undefined}
          className="inline-flex min-h-8 flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 text-ink-soft text-sm hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-lift"
          onClick={(event) => {
            if (opensBeside(event)) return;
            event.preventDefault();
            onAsk({ state });
          }}
        >
          {t(state)}
          {counts && (
            <span className="font-normal text-ink-faint tabular-nums" suppressHydrationWarning>
              {format.number(counts[state])}
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
