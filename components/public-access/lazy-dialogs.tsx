"use client";

import { type ComponentProps, lazy, useEffect } from "react";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { PublicAccessDialogs } from "./public-access-dialogs";

const load = () => import("./public-access-dialogs");
const Dialogs = lazy(() => load().then((file) => ({ default: file.PublicAccessDialogs })));

type LazyDialogsProps = Omit<ComponentProps<typeof PublicAccessDialogs>, "open"> & { open: OpenDialog | null };

/** The dialog over the list, or nothing. Its file is fetched once the page can be used. */
export function LazyDialogs({ open, ...rest }: LazyDialogsProps) {
  useEffect(() => void load().catch(() => {}), []);
  return open === null ? null : (
    <LazyDialog>
      <Dialogs open={open} {...rest} />
    </LazyDialog>
  );
}
