"use client";

import { useQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import { FindingsPanel } from "@/components/findings/findings-panel";
import { OutsidePanel } from "@/components/outside/outside-panel";
import { PageBanners } from "@/components/public-access/emergency/page-banners";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import { useLastVisit } from "@/components/public-access/page-state/use-last-visit";
import { useReload } from "@/components/public-access/page-state/use-reload";
import { REFETCH_MS } from "@/components/public-access/page-state/use-sites";
import type { Viewer } from "@/lib/auth/schema";
import { findingsQueryOptions } from "@/lib/domain/findings/query-options";
import type { Consequences, SitesPage } from "@/lib/domain/public-access/schema";
import { GlanceStrip } from "./glance-strip";
import { PageWarnings } from "./page-warnings";

type PageNewsProps = {
  page: SitesPage;
  viewer: Viewer;
  consequences: Consequences;
  onShow: (dialog: OpenDialog) => void;
  /** where the focus goes when a finding is gone */
  headingRef: RefObject<HTMLElement | null>;
};

/** What there is to know before reading the list: the watch, what strangers see, what is in force, what needs somebody. */
export function PageNews({ page, viewer, consequences, onShow, headingRef }: PageNewsProps) {
  const findings = useQuery({ ...findingsQueryOptions(), refetchInterval: REFETCH_MS });
  const since = useLastVisit(viewer.login, page.asOf);
  const reload = useReload();
  return (
    <>
      <GlanceStrip page={page} consequences={consequences} since={since} />
      <OutsidePanel viewer={viewer} />
      <PageBanners page={page} onShow={onShow} />
      <PageWarnings page={page} consequences={consequences} viewer={viewer} findings={findings.data?.findings ?? []} />
      <FindingsPanel
        findings={findings}
        asOf={page.asOf}
        viewer={viewer}
        today={consequences.today}
        timeZone={consequences.timeZone}
        onChanged={reload}
        headingRef={headingRef}
      />
    </>
  );
}
