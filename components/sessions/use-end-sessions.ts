"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { counted } from "@/components/ui/plural";
import type { Viewer } from "@/lib/auth/schema";
import { endSessionsAction } from "@/lib/sessions/actions";
import type { EndedSessions, EndSessionsInput } from "@/lib/sessions/schema";

const NO_ANSWER =
  "The portal did not answer, so it is not known whether anything was ended. Reload the page to see which sessions are open.";

type UseEndSessions = { viewer: Viewer; input: EndSessionsInput; onDone: () => void };

/** Ends sessions; asks for a proof only when the server wants it. */
export function useEndSessions({ viewer, input, onDone }: UseEndSessions) {
  const router = useRouter();
  return useProvenAction<EndedSessions>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => endSessionsAction(input),
    onDone: ({ count }) => {
      onDone();
      toastEnded(count);
      router.refresh();
    },
    onRefused: () => router.refresh(),
    noAnswer: NO_ANSWER,
  });
}

function toastEnded(count: number): void {
  if (count === 0) toast.info("No other session was open.", { description: "Nothing was ended." });
  else toast.success(`${counted(count, "session")} ended.`, { description: "Signed out at the next request." });
}
