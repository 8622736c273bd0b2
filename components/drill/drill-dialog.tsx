"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { QueryProvider } from "@/components/layout/query-provider";
import type { Viewer } from "@/lib/auth/schema";
import { startDrillAction } from "@/lib/domain/drill/actions";
import type { StartedDrill } from "@/lib/domain/drill/schema";
import { SitePicker } from "./site-picker";

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
  const proven = useProvenAction<StartedDrill>({
    viewer,
    run: () => startDrillAction({ siteId }),
    onDone: ({ mails }) => {
      onDone();
      toast.success(t("begun"), { description: t("begunMeaning", { count: mails }) });
    },
    onRefused,
  });
  return (
    <ReauthDialog
      title={t("title")}
      description={t("meaning")}
      viewer={viewer}
      proven={proven}
      button={{ label: t("title"), busyLabel: t("busy"), variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <QueryProvider>
        <SitePicker siteId={siteId} onChoose={setSiteId} />
      </QueryProvider>
    </ReauthDialog>
  );
}
