"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { setOwnRemindersAction } from "@/lib/settings/actions";
import type { OwnPace } from "@/lib/settings/schema";

const NO_ANSWER = "The portal did not answer, so it is not known whether this was saved. Reload the page to see.";

/** Saves how often the viewer is reminded; asks for a proof only when the server wants it. */
export function useOwnPace(saved: OwnPace, viewer: Viewer) {
  const router = useRouter();
  const [pace, setPace] = useState(saved);
  const { forget, ...proven } = useProvenAction<{ pace: OwnPace }>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => setOwnRemindersAction({ pace }),
    onDone: ({ pace: now }) => {
      toast.success(now === "monthly" ? "You are reminded every month now." : "You are reminded as everybody is now.");
      router.refresh();
    },
    noAnswer: NO_ANSWER,
  });

  function choose(next: OwnPace) {
    setPace(next);
    forget();
  }

  return { ...proven, asks: pace !== saved && proven.asks, pace, choose };
}
