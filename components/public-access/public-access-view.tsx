"use client";

import { useRouter } from "next/navigation";
import { lazy, useRef, useState } from "react";
import { CanaryBanner } from "@/components/outside/canary-banner";
import { SiteFilters } from "@/components/public-access/filters/site-filters";
import { SitesPanel } from "@/components/public-access/list/sites-panel";
import { LazyLandingPanel } from "@/components/public-access/overview/lazy-landing-panel";
import { PageNews } from "@/components/public-access/overview/page-news";
import { FailurePanel } from "@/components/public-access/page-state/failure-panel";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import { useReload } from "@/components/public-access/page-state/use-reload";
import { useSites } from "@/components/public-access/page-state/use-sites";
import { useSitesAddress } from "@/components/public-access/page-state/use-sites-address";
import type { RowContext } from "@/components/public-access/row/row-context";
import { rowElement } from "@/components/public-access/row/use-row-keys";
import { LazySelectionBar } from "@/components/public-access/selection/lazy-selection-bar";
import { useSiteSelection } from "@/components/public-access/selection/use-site-selection";
import { startPublishing } from "@/components/publish/draft";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { Consequences, SiteRow } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { PageTop } from "./page-top";

const loadDialogs = () => import("./public-access-dialogs");
const Dialogs = lazy(() => loadDialogs().then((file) => ({ default: file.PublicAccessDialogs })));
const loadPanel = () => import("@/components/public-access/details/site-panel");
const SitePanel = lazy(() => loadPanel().then((file) => ({ default: file.SitePanel })));
const NO_ROWS: SiteRow[] = [];

type PublicAccessViewProps = { viewer: Viewer; consequences: Consequences };

/** Which sites the world can read, what there is to know about that, and what can be done. */
export function PublicAccessView({ viewer, consequences }: PublicAccessViewProps) {
  const { query, details, ask, open } = useSitesAddress();
  const sites = useSites(query);
  const { page, isCurrent } = sites;
  const selection = useSiteSelection(page?.rows ?? NO_ROWS);
  const reload = useReload();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const dialog = usePageDialog<OpenDialog>(headingRef);
  const router = useRouter();
  // A link in a mail (`?site=12`) opens the panel of its site; once closed it stays closed.
  const [closedLink, setClosedLink] = useState<number | null>(null);
  const linked = query.site !== closedLink ? (query.site ?? null) : null;
  const panel = details ?? linked;

  const publish = (chosen: readonly NamedSite[] | { siteIds: number[]; named: NamedSite[] }) => {
    router.push(`/public-access/publish?step=${startPublishing(chosen, viewer.login)}`);
  };
  const actions = {
    isCurrent,
    mayPublish: page?.anonymousUser === "present" && !page.lock && !page.pause,
    onShow: dialog.show,
    onPublish: publish,
    timeZone: consequences.timeZone,
  };
  const context: RowContext | null = page && {
    ...actions,
    asOf: page.asOf,
    isChosen: selection.has,
    onChoose: selection.choose,
    onOpen: open,
  };

  return (
    <div className="flex flex-col gap-5">
      <CanaryBanner />
      <PageTop
        page={page}
        isCurrent={isCurrent}
        failed={sites.failure !== null}
        headingRef={headingRef}
        searchRef={searchRef}
        onShow={dialog.show}
      />
      {sites.failure && (
        <FailurePanel
          failure={sites.failure}
          readAt={page?.asOf ?? null}
          busy={sites.isReading}
          onAgain={sites.again}
        />
      )}
      {page && isCurrent && (
        <PageNews
          page={page}
          viewer={viewer}
          consequences={consequences}
          onShow={dialog.show}
          headingRef={headingRef}
        />
      )}
      <SiteFilters
        query={query}
        totals={isCurrent && page ? page.totals : null}
        loading={sites.isStale}
        searchRef={searchRef}
        onAsk={ask}
      />
      {page && context && (
        <>
          <SitesPanel page={page} query={query} stale={sites.isStale || !isCurrent} context={context} onAsk={ask} />
          <LazySelectionBar
            login={viewer.login}
            selection={selection}
            query={query}
            page={page}
            actions={{ ...actions, onPublishChosen: publish }}
          />
        </>
      )}
      <LazyLandingPanel />
      <LazyDialog early={loadPanel}>
        {panel !== null && (
          <SitePanel
            key={panel}
            siteId={panel}
            context={actions}
            onClose={() => {
              if (linked !== null) setClosedLink(linked);
              open(null);
            }}
            returnFocus={() => rowElement(panel) ?? headingRef.current}
          />
        )}
      </LazyDialog>
      <LazyDialog early={loadDialogs}>
        {dialog.open && (
          <Dialogs
            open={dialog.open}
            reach={isCurrent && page ? page.reach : null}
            consequences={consequences}
            viewer={viewer}
            onClose={dialog.close}
            onDone={() => {
              dialog.closeDone();
              if (dialog.open?.dialog === "revoke") selection.drop(dialog.open.sites.map((site) => site.id));
            }}
            onChanged={reload}
            returnFocus={dialog.returnFocus}
          />
        )}
      </LazyDialog>
    </div>
  );
}
