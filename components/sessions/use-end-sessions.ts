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
  const say = useTranslations("sessions");
  return useProvenAction<EndedSessions>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => endSessionsAction(input),
    onDone: ({ count }) => {
      onDone();
      if (count === 0) toast.info(say("noneEnded"), { description: say("noneEndedMeaning") });
      else toast.success(say("ended", { count }), { description: say("endedMeaning") });
      router.refresh();
    },
    onRefused: () => router.refresh(),
    noAnswer: say("noAnswer"),
  });
}
