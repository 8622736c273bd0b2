"use client";

import { lazy, useEffect } from "react";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { OpenSettingsDialog, SettingsDialogsProps } from "./settings-dialogs";

const loadDialogs = () => import("./settings-dialogs");
const SettingsDialogs = lazy(() => loadDialogs().then((file) => ({ default: file.SettingsDialogs })));

type LazySettingsDialogsProps = Omit<SettingsDialogsProps, "open"> & { open: OpenSettingsDialog | null };

/** The dialog that is open, if one is; the code of all of them is fetched once the page is idle. */
export function LazySettingsDialogs({ open, ...dialog }: LazySettingsDialogsProps) {
  // Once the page can be used, so that the first click finds them there.
  useEffect(() => void loadDialogs().catch(() => {}), []);
  if (open === null) return null;
  return (
    <LazyDialog>
      <SettingsDialogs {...dialog} open={open} />
    </LazyDialog>
  );
}
