"use client";

import { lazy, useRef, useState } from "react";
import { CanaryBanner } from "@/components/outside/canary-banner";
import { ListBar } from "@/components/public-access/filters/list-bar";
import { SitesPanel } from "@/components/public-access/list/sites-panel";
import { FailurePanel } from "@/components/public-access/page-state/failure-panel";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import { sitesPath } from "@/components/public-access/page-state/sites-address";
import { useReload } from "@/components/public-access/page-state/use-reload";
import { useSites } from "@/components/public-access/page-state/use-sites";
import { useSitesAddress } from "@/components/public-access/page-state/use-sites-address";
import type { RowContext } from "@/components/public-access/row/row-context";
import { useMakePrivate } from "@/components/public-access/row/use-make-private";
import { rowElement } from "@/components/public-access/row/use-row-keys";
import { LazySelectionBar } from "@/components/public-access/selection/lazy-selection-bar";
import { useSiteSelection } from "@/components/public-access/selection/use-site-selection";
import { PageTips } from "@/components/public-access/tips/page-tips";
import type { Tip } from "@/components/public-access/tips/tips-schema";
import { usePublishing } from "@/components/publish/use-publishing";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import type { Consequences, SiteRow } from "@/lib/domain/public-access/schema";
import { PageIssues } from "./page-issues";
import { PageKeys } from "./page-keys";
import { PageTop } from "./page-top";
import { StatusLine } from "./status/status-line";
import { useIssues } from "./use-issues";

const loadDialogs = () => import("./public-access-dialogs");
const Dialogs = lazy(() => loadDialogs().then((file) => ({ default: file.PublicAccessDialogs })));
const loadPanel = () => import("@/components/public-access/details/site-panel");
const SitePanel = lazy(() => loadPanel().then((file) => ({ default: file.SitePanel })));
const loadMenu = () => import("@/components/public-access/row/row-menu");
const RowMenu = lazy(() => loadMenu().then((file) => ({ default: file.RowMenu })));
const NO_ROWS: SiteRow[] = [];

type PublicAccessViewProps = { viewer: Viewer; consequences: Consequences; dismissedTips: readonly Tip[] };

/** Which sites anyone can read, what needs somebody, and what can be done. */
export function PublicAccessView({ viewer, consequences, dismissedTips }: PublicAccessViewProps) {
  const { query, details, ask, open } = useSitesAddress();
  const sites = useSites(query);
  const { page, isCurrent } = sites;
  const issues = useIssues();
  const reload = useReload();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const dialog = usePageDialog<OpenDialog>(headingRef);
  const publish = usePublishing(viewer.login);
  const [menu, setMenu] = useState<{ site: SiteRow; anchor: HTMLElement } | null>(null);
  const { makePrivate, shown, remember, ...privateNow } = useMakePrivate({
    rows: page?.rows ?? NO_ROWS,
    list: sitesPath({ query, details: null }),
    onAsk: (site) => dialog.show({ dialog: "revoke", sites: [site], proof: true }),
    onAgain: publish,
    onChanged: reload,
  });
  const selection = useSiteSelection(shown);
  // A link in a mail (`?site=12`) opens the panel of its site; once closed it stays closed.
  const [closedLink, setClosedLink] = useState<number | null>(null);
  const linked = query.site !== closedLink ? (query.site ?? null) : null;
  const panel = details ?? linked;

  const actions = {
    isCurrent,
    mayPublish: page?.anonymousUser === "present" && !page.block,
    onShow: dialog.show,
    onPublish: publish,
    // Where every site is public whatever its permissions say, that is said first.
    onMakePrivate: (site: SiteRow) =>
      page?.reach.everySite ? dialog.show({ dialog: "revoke", sites: [site] }) : void makePrivate(site),
    privateNow,
    timeZone: consequences.timeZone,
  };
  const context: RowContext | null = page && {
    ...actions,
    asOf: page.asOf,
    search: query.q,
    isChoosing: selection.selection.size > 0,
    isChosen: selection.has,
    onChoose: selection.choose,
    pathOf: (siteId) => sitesPath({ query, details: siteId }),
    onOpen: open,
    onMenu: (site, anchor) => setMenu({ site, anchor }),
  };

  return (
    <div className="flex flex-col gap-2">
      <CanaryBanner />
      <div className="flex flex-col gap-1">
        <PageTop
          page={page}
          isCurrent={isCurrent}
          failed={sites.failure !== null}
          mayPublish={actions.mayPublish}
          needAttention={issues.needAttention}
          headingRef={headingRef}
        />
        {page && isCurrent && <StatusLine page={page} login={viewer.login} consequences={consequences} />}
      </div>
      {sites.failure && (
        <FailurePanel
          failure={sites.failure}
          readAt={page?.asOf ?? null}
          busy={sites.isReading}
          onAgain={sites.again}
        />
      )}
      {page && isCurrent && (
        <PageIssues page={page} issues={issues} timeZone={consequences.timeZone} onShow={dialog.show} />
      )}
      <ListBar query={query} page={isCurrent ? page : null} loading={sites.isStale} searchRef={searchRef} onAsk={ask} />
      {page && context && (
        <>
          <SitesPanel
            page={{ ...page, rows: shown }}
            query={query}
            stale={sites.isStale || !isCurrent}
            context={context}
            onAsk={ask}
          />
          <div className="flex items-start justify-between gap-3">
            <PageTips page={page} viewer={viewer} secondFactor={consequences.secondFactor} dismissed={dismissedTips} />
            <span className="max-sm:hidden pointer-coarse:hidden print:hidden">
              <PageKeys searchRef={searchRef} />
            </span>
          </div>
          <LazySelectionBar
            login={viewer.login}
            selection={selection}
            query={query}
            page={page}
            actions={{ ...actions, onPublishChosen: publish }}
          />
          <LazyDialog early={loadMenu}>
            {menu && <RowMenu key={menu.site.id} {...menu} context={context} onClose={() => setMenu(null)} />}
          </LazyDialog>
        </>
      )}
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
              if (dialog.open?.dialog !== "revoke") return;
              remember(dialog.open.sites);
              selection.drop(dialog.open.sites.map((site) => site.id));
            }}
            onChanged={reload}
            onAgain={publish}
            returnFocus={dialog.returnFocus}
          />
        )}
      </LazyDialog>
    </div>
  );
}
