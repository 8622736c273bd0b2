"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Viewer } from "@/lib/auth/schema";
import { sitesQueryOptions } from "@/lib/public-access/query-options";
import type { Consequences, SiteRow } from "@/lib/public-access/schema";
import type { ChosenSite } from "./chosen-site";
import { FailurePanel } from "./failure-panel";
import { PageHeading } from "./page-heading";
import { PageWarnings } from "./page-warnings";
import { PublishDialog } from "./publish-dialog";
import { RevokeDialog } from "./revoke-dialog";
import { sitesSearchParams, toSitesQuery } from "./search-params";
import { SelectionBar } from "./selection-bar";
import { SiteFilters } from "./site-filters";
import { SitesPanel } from "./sites-panel";
import { useSiteSelection } from "./use-site-selection";

const LOOK_AGAIN_MS = 60_000;
const NO_ROWS: SiteRow[] = [];

type Open = { dialog: "publish"; sites: readonly ChosenSite[] } | { dialog: "revoke"; site: SiteRow } | null;
type PublicAccessViewProps = { viewer: Viewer; consequences: Consequences };

export function PublicAccessView({ viewer, consequences }: PublicAccessViewProps) {
  const [address, setAddress] = useQueryStates(sitesSearchParams);
  const query = toSitesQuery(address);
  const sites = useQuery({ ...sitesQueryOptions(query), refetchInterval: LOOK_AGAIN_MS });
  const page = sites.isError ? null : (sites.data ?? null);
  const selection = useSiteSelection(page?.rows ?? NO_ROWS);
  const [open, setOpen] = useState<Open>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const openerRef = useRef<Element | null>(null);
  const queryClient = useQueryClient();

  const reload = () => queryClient.invalidateQueries({ queryKey: ["sites"] });
  function show(next: Open) {
    openerRef.current = document.activeElement;
    setOpen(next);
  }
  function closeDone() {
    openerRef.current = null;
    setOpen(null);
  }
  // After a change the row that had the button may be elsewhere; the heading with the new count is not.
  const returnFocus = () =>
    openerRef.current instanceof HTMLElement && openerRef.current.isConnected ? openerRef.current : headingRef.current;
  const dialogProps = { viewer, onClose: () => setOpen(null), onDone: closeDone, onChanged: reload, returnFocus };

  return (
    <div className="flex flex-col gap-5">
      <PageHeading page={page} failed={sites.isError} headingRef={headingRef} />
      {page && <PageWarnings page={page} consequences={consequences} viewer={viewer} />}
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
          selection={selection}
          onMakePublic={(site) => show({ dialog: "publish", sites: [site] })}
          onMakePrivate={(site) => show({ dialog: "revoke", site })}
          onPage={(next) => setAddress({ page: next }, { history: "push", scroll: true })}
          onShowAll={() => setAddress(null, { history: "push" })}
        />
      )}
      <SelectionBar
        chosen={selection.chosen}
        onMakePublic={() => show({ dialog: "publish", sites: selection.chosen })}
        onClear={selection.clear}
      />
      {open?.dialog === "publish" && (
        <PublishDialog
          sites={open.sites}
          consequences={consequences}
          {...dialogProps}
          onDone={() => {
            closeDone();
            selection.clear();
            // The list of private sites would hide what has just become public.
            if (query.state === "private") setAddress({ q: null, state: "public", page: null });
          }}
          onLeaveOut={(siteIds) => {
            selection.drop(siteIds);
            const left = open.sites.filter((site) => !siteIds.includes(site.id));
            setOpen(left.length > 0 ? { dialog: "publish", sites: left } : null);
          }}
        />
      )}
      {open?.dialog === "revoke" && <RevokeDialog site={open.site} {...dialogProps} />}
    </div>
  );
}
