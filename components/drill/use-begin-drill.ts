"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { startDrillAction } from "@/lib/domain/drill/actions";
import type { StartedDrill } from "@/lib/domain/drill/schema";

type UseBeginDrill = { viewer: Viewer; siteId: number | null; onDone: () => void; onRefused: () => void };

/** Begins a drill; asks for a proof only when the server wants it. */
export function useBeginDrill({ viewer, siteId, onDone, onRefused }: UseBeginDrill) {
  const t = useTranslations("drill.dialog");
  return useProvenAction<StartedDrill>({
    viewer,
    run: () => startDrillAction({ siteId }),
    onDone: ({ mails }) => {
      onDone();
      toast.success(t("begun"), { description: t("begunMeaning", { count: mails }) });
    },
    onRefused,
  });
}
