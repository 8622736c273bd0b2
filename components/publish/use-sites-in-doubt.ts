import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { outsideQueryOptions } from "@/lib/domain/probe/query-options";
import type { PublishDraft } from "./draft";
import type { PublishFlowState } from "./use-publish-flow";

type InDoubt = { draft: PublishDraft; flow: Pick<PublishFlowState, "shown" | "go">; alreadyPublicCount: number };

/**
 * Who comes from the list begins with what it means. Leads back to the sites, once, where some of them are public already or
 * one may never be: that is decided there.
 */
export function useSitesInDoubt({ draft, flow: { shown, go }, alreadyPublicCount }: InDoubt): void {
  const canary = useQuery({ ...outsideQueryOptions(), staleTime: Number.POSITIVE_INFINITY }).data?.canary ?? null;
  const wasLed = useRef(false);
  const isInDoubt = alreadyPublicCount > 0 || (canary !== null && draft.siteIds.includes(canary.id));
  const mustLead = shown === "consequences" && !draft.hasRead && isInDoubt;
  useEffect(() => {
    if (!mustLead || wasLed.current) return;
    wasLed.current = true;
    go("sites");
  }, [mustLead, go]);
}
