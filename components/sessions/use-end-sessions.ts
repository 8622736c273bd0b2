"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { endSessionsAction } from "@/lib/domain/sessions/actions";
import type { EndedSessions, EndSessionsInput } from "@/lib/domain/sessions/schema";

type UseEndSessions = { viewer: Viewer; input: EndSessionsInput; onDone: () => void };

/** Ends sessions; asks for a proof only when the server wants it. */
export function useEndSessions({ viewer, input, onDone }: UseEndSessions) {
  const router = useRouter();
  const t = useTranslations("sessions");
  return useProvenAction<EndedSessions>({
    viewer,
    run: () => endSessionsAction(input),
    onDone: ({ count }) => {
      onDone();
      if (count === 0) toast.info(t("noneEnded"), { description: t("noneEndedMeaning") });
      else toast.success(t("ended", { count }), { description: t("endedMeaning") });
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
}
