"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { QueryProvider } from "@/components/layout/query-provider";
import type { Viewer } from "@/lib/auth/schema";
import { SitePicker } from "./site-picker";
import { useBeginDrill } from "./use-begin-drill";

type DrillDialogProps = {
  viewer: Viewer;
  onClose: () => void;
  onDone: () => void;
  /** another drill may be under way */
  onRefused: () => void;
  returnFocus: () => HTMLElement | null;
};

/** Begins a drill, about one site or none. */
export function DrillDialog({ viewer, onClose, onDone, onRefused, returnFocus }: DrillDialogProps) {
  const t = useTranslations("drill.dialog");
  const [siteId, setSiteId] = useState<number | null>(null);
  return (
    <ReauthDialog
      title={t("title")}
      description={t("meaning")}
      viewer={viewer}
      proven={useBeginDrill({ viewer, siteId, onDone, onRefused })}
      button={{ label: t("button"), busyLabel: t("busy"), variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <QueryProvider>
        <SitePicker siteId={siteId} onChoose={setSiteId} />
      </QueryProvider>
    </ReauthDialog>
  );
}
