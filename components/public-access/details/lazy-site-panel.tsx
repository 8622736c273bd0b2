"use client";

import { lazy, useEffect } from "react";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { SitePanelProps } from "./site-panel";

const load = () => import("./site-panel");
const Panel = lazy(() => load().then((file) => ({ default: file.SitePanel })));

/** The panel of a site, or nothing. Its file is fetched once the page can be used, so that the first click finds it there. */
export function LazySitePanel({ siteId, ...rest }: Omit<SitePanelProps, "siteId"> & { siteId: number | null }) {
  useEffect(() => void load().catch(() => {}), []);
  return siteId === null ? null : (
    <LazyDialog>
      <Panel key={siteId} siteId={siteId} {...rest} />
    </LazyDialog>
  );
}
