"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import type { UnconfirmedRule } from "@/lib/review/schema";
import { setUnconfirmedRuleAction } from "@/lib/settings/actions";
import { isWeaker } from "./rule-words";

const NO_ANSWER = "The portal did not answer, so it is not known whether this was saved. Reload the page to see.";

/** Saves the rule. A weaker one always takes a proof; a stricter one only when the server asks. */
export function useUnconfirmedRule(saved: UnconfirmedRule, viewer: Viewer) {
  const router = useRouter();
  const [rule, setRule] = useState(saved);
  const weaker = isWeaker(rule, saved);
  const { forget, ...proven } = useProvenAction<{ rule: UnconfirmedRule }>({
    viewer,
    action: weaker ? "weaken-review" : "tighten",
    siteIds: [],
    alwaysAsk: weaker,
    run: () => setUnconfirmedRuleAction({ periods: rule }),
    onDone: ({ rule: now }) => {
      toast.success(
        now === "off" ? "Unconfirmed sites stay public." : "Sites that nobody confirms become private from now on.",
        { description: "Every Super User is being told." },
      );
      router.refresh();
    },
    noAnswer: NO_ANSWER,
  });

  function choose(next: UnconfirmedRule) {
    setRule(next);
    forget();
  }

  return { ...proven, asks: rule !== saved && proven.asks, rule, weaker, choose };
}
