"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { SiteOutside } from "@/components/outside/site-outside";
import { FailurePanel } from "@/components/public-access/page-state/failure-panel";
import type { RowContext } from "@/components/public-access/row/row-context";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { siteDetailsQueryOptions } from "@/lib/domain/public-access/query-options";
import { PanelActions } from "./panel-actions";
import { SiteFacts } from "./site-facts";
import { SiteHistory } from "./site-history";
import { SiteStatus } from "./site-status";

type SitePanelProps = {
  siteId: number;
  context: Pick<
    RowContext,
    "isCurrent" | "mayPublish" | "timeZone" | "privateNow" | "onMakePrivate" | "onShow" | "onPublish"
  >;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
};

/** One site in full beside the list: how it stands, who answers for it, what is known of it, and what happened. */
export function SitePanel({ siteId, context, onClose, returnFocus }: SitePanelProps) {
  const t = useTranslations("publicAccess");
  const details = useQuery(siteDetailsQueryOptions(siteId));
  const { data } = details;
  const site = data?.site ?? null;
  const isCurrent = context.isCurrent && !details.isError;
  return (
    <SidePanel
      title={<bdi>{site?.name || t("selection.unnamed", { id: String(siteId) })}</bdi>}
      description={t("site.id", { id: String(siteId) })}
      onClose={onClose}
      returnFocus={returnFocus}
      footer={site && <PanelActions site={site} context={{ ...context, isCurrent }} />}
    >
      <div className="flex flex-col gap-6" aria-busy={details.isPending}>
        {details.isError && (
          <FailurePanel
            failure={details.error}
            readAt={data?.asOf ?? null}
            busy={details.isFetching}
            onAgain={() => details.refetch()}
          />
        )}
        {!data && !details.isError && <Reading words={t("details.reading")} />}
        {data && site === null && <p className="text-sm">{t("details.gone")}</p>}
        {data && site && <SiteStatus site={site} details={data} timeZone={context.timeZone} />}
        {data && <SiteOutside siteId={siteId} />}
        {data && site && <SiteFacts site={site} details={data} />}
        {data && <SiteHistory siteId={siteId} history={data.history} />}
      </div>
    </SidePanel>
  );
}

function Reading({ words }: { words: string }) {
  return (
    <>
      <p role="status" className="sr-only">
        {words}
      </p>
      {["w-24", "w-2/3", "w-1/2", "w-3/4", "w-2/3", "w-1/3"].map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that hold a place are nothing but their place
        <Skeleton key={line} className={width} />
      ))}
    </>
  );
}
