"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useRef } from "react";
import { FindingsPanel } from "@/components/findings/findings-panel";
import { Button } from "@/components/ui/button";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";
import { findingsQueryOptions } from "@/lib/findings/query-options";
import { sitesQueryOptions } from "@/lib/public-access/query-options";
import type { Consequences, SiteRow } from "@/lib/public-access/schema";
import { EmergencyActions } from "./emergency-actions";
import { FailurePanel } from "./failure-panel";
import { PageBanners } from "./page-banners";
import { PageHeading } from "./page-heading";
import { PageWarnings } from "./page-warnings";
import { type OpenDialog, PublicAccessDialogs } from "./public-access-dialogs";
import { sitesSearchParams, toSitesQuery } from "./search-params";
import { SelectionBar } from "./selection-bar";
import { SiteFilters } from "./site-filters";
import { SitesPanel } from "./sites-panel";
import { useSiteSelection } from "./use-site-selection";

const LOOK_AGAIN_MS = 60_000;
const NO_ROWS: SiteRow[] = [];

type PublicAccessViewProps = { viewer: Viewer; consequences: Consequences };

export function PublicAccessView({ viewer, consequences }: PublicAccessViewProps) {
  const [address, setAddress] = useQueryStates(sitesSearchParams);
  const query = toSitesQuery(address);
  const sites = useQuery({ ...sitesQueryOptions(query), refetchInterval: LOOK_AGAIN_MS });
  const findings = useQuery({ ...findingsQueryOptions(), refetchInterval: LOOK_AGAIN_MS });
  const page = sites.isError ? null : (sites.data ?? null);
  const selection = useSiteSelection(page?.rows ?? NO_ROWS);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const dialog = usePageDialog<OpenDialog>(headingRef);
  const queryClient = useQueryClient();
  const { show } = dialog;

  const reload = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ["sites"] }),
      queryClient.invalidateQueries({ queryKey: findingsQueryOptions().queryKey }),
    ]);
  };
  const mayPublish = page?.anonymousUser === "present" && !page.lock && !page.pause;

  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <PageHeading page={page} failed={sites.isError} headingRef={headingRef} />
        {page && (
          <EmergencyActions
            page={page}
            onPause={() => show({ dialog: "pause" })}
            onLock={() => show({ dialog: "lock" })}
          />
        )}
      </div>
      {page && <PageBanners page={page} onShow={show} />}
      {page && (
        <PageWarnings
          page={page}
          consequences={consequences}
          viewer={viewer}
          findings={findings.data?.findings ?? []}
        />
      )}
      {page && (
        <FindingsPanel
          findings={findings}
          asOf={page.asOf}
          viewer={viewer}
          today={consequences.today}
          timeZone={consequences.timeZone}
          onChanged={reload}
          headingRef={headingRef}
        />
      )}
      <SiteFilters
        query={query}
        totals={page?.totals ?? null}
        loading={sites.isPlaceholderData}
        onChange={(change) =>
          setAddress({ ...change, page: null, site: null }, { history: change.state ? "push" : "replace" })
        }
      />
      {sites.isError && (
        <FailurePanel message={sites.error.message}>
          <div className="flex flex-wrap gap-2">
            <Button busy={sites.isFetching} onClick={() => sites.refetch()}>
              Try again
            </Button>
            <Button variant="quiet" onClick={() => window.location.reload()}>
              Reload the page
            </Button>
          </div>
        </FailurePanel>
      )}
      {page && (
        <SitesPanel
          page={page}
          query={query}
          stale={sites.isPlaceholderData}
          timeZone={consequences.timeZone}
          mayPublish={mayPublish}
          selection={selection}
          onShow={show}
          onPage={(next) => setAddress({ page: next }, { history: "push", scroll: true })}
          onShowAll={() => setAddress(null, { history: "push" })}
        />
      )}
      {mayPublish && (
        <SelectionBar
          chosen={selection.chosen}
          onMakePublic={() => show({ dialog: "publish", sites: selection.chosen })}
          onClear={selection.clear}
        />
      )}
      {dialog.open && (
        <PublicAccessDialogs
          open={dialog.open}
          publicCount={page?.totals.public ?? null}
          consequences={consequences}
          viewer={viewer}
          onClose={dialog.close}
          onDone={dialog.closeDone}
          onChanged={reload}
          returnFocus={dialog.returnFocus}
          onPublished={() => {
            dialog.closeDone();
            selection.clear();
            // The list of private sites would hide what has just become public.
            if (query.state === "private") setAddress({ q: null, state: "public", page: null });
          }}
          onLeaveOut={(siteIds) => {
            selection.drop(siteIds);
            if (dialog.open?.dialog !== "publish") return;
            const left = dialog.open.sites.filter((site) => !siteIds.includes(site.id));
            dialog.replace(left.length > 0 ? { dialog: "publish", sites: left } : null);
          }}
        />
      )}
    </div>
  );
}
