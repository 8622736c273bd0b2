"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { setReminderCadenceAction } from "@/lib/settings/actions";
import type { Cadence } from "@/lib/settings/schema";

const NO_ANSWER = "The portal did not answer, so it is not known whether this was saved. Reload the page to see.";

/** Saves the cadence. `monthly` is the weaker one and always takes a proof; `weekly` only when the server asks. */
export function useCadence(saved: Cadence, viewer: Viewer) {
  const router = useRouter();
  const [cadence, setCadence] = useState(saved);
  const { forget, ...proven } = useProvenAction<{ cadence: Cadence }>({
    viewer,
    action: cadence === "monthly" ? "weaken-reminders" : "tighten",
    siteIds: [],
    alwaysAsk: cadence === "monthly",
    run: () => setReminderCadenceAction({ cadence }),
    onDone: ({ cadence: now }) => {
      toast.success(`Reminders go out every ${now === "weekly" ? "week" : "month"} now.`, {
        description: "Every Super User is being told.",
      });
      router.refresh();
    },
    noAnswer: NO_ANSWER,
  });

  function choose(next: Cadence) {
    setCadence(next);
    forget();
  }

  return { ...proven, asks: cadence !== saved && proven.asks, cadence, choose };
}
