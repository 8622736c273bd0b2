"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { setSecondFactorRuleAction } from "@/lib/settings/actions";
import type { SecondFactorChoice } from "@/lib/settings/schema";

const NO_ANSWER = "The portal did not answer, so it is not known whether this was saved. Reload the page to see.";

/** Saves the rule. `optional` is the weaker one and always takes a proof; `required` only when the server asks. */
export function useSecondFactorRule(saved: SecondFactorChoice, viewer: Viewer) {
  const router = useRouter();
  const [choice, setChoice] = useState(saved);
  const { forget, ...proven } = useProvenAction<{ choice: SecondFactorChoice }>({
    viewer,
    action: choice === "optional" ? "weaken-second-factor" : "tighten",
    siteIds: [],
    alwaysAsk: choice === "optional",
    run: () => setSecondFactorRuleAction({ required: choice === "required" }),
    onDone: ({ choice: now }) => {
      toast.success(`Publishing takes ${now === "required" ? "a second factor" : "no second factor any more"}.`, {
        description: "Every Super User is being told.",
      });
      router.refresh();
    },
    noAnswer: NO_ANSWER,
  });

  function choose(next: SecondFactorChoice) {
    setChoice(next);
    forget();
  }

  return { ...proven, asks: choice !== saved && proven.asks, choice, choose };
}
