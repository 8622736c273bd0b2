"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { endsOnFrom } from "@/components/access-change/end-form-schema";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { grantPublicAccessAction } from "@/lib/domain/public-access/actions";
import type { GrantOutcome } from "@/lib/domain/public-access/schema";
import type { PublishDraft } from "./draft";
import { reasonFieldOf } from "./reason-form";
import { typedNumber } from "./typed-number";
import type { PublishFlowState } from "./use-publish-flow";

type UseGrant = {
  draft: PublishDraft;
  today: string;
  viewer: Viewer;
  flow: PublishFlowState;
  /** the server refused what was typed a step before */
  onFieldsRefused: (fields: Readonly<Record<string, string>>) => void;
};

/**
 * One submit: prove who you are for exactly these sites, then make them public. Until the answer is there, the draft
 * says that nobody knows; so a reload, or a lost connection, leads to looking first.
 * @returns what useProvenAction gives, and the sites of the last refusal that are gone, or must never be public
 */
export function useGrant({ draft, today, viewer, flow, onFieldsRefused }: UseGrant) {
  const queryClient = useQueryClient();
  const [goneSiteIds, setGoneSiteIds] = useState<readonly number[]>([]);
  const [canaryIds, setCanaryIds] = useState<readonly number[]>([]);
  const { siteIds, reason, end } = draft;
  const endsOn = endsOnFrom(draft, today);

  const proven = useProvenAction<GrantOutcome>({
    viewer,
    action: "grant",
    siteIds,
    run: async () => {
      setGoneSiteIds([]);
      setCanaryIds([]);
      if (!flow.isUnderWay()) throw new Error("somebody started over while the proof was checked");
      flow.update((before) => ({ ...before, isUncertain: true }));
      const typedCount = siteIds.length === 1 ? null : typedNumber(draft.typedCount);
      const result = await grantPublicAccessAction({ siteIds, reason, endsOn, typedCount });
      const isUncertain = !result.ok && result.code === "outcome_unknown";
      flow.update((before) => ({ ...before, isUncertain }));
      return result;
    },
    onDone: async (outcome) => {
      const at = new Date().toISOString();
      flow.finish({ login: viewer.login, at, siteIds, named: draft.named, endsOn, outcome });
      flow.go("done");
      await queryClient.invalidateQueries({ refetchType: "none" });
    },
    placeAtField: (refusal) => {
      if (refusal.code === "unknown_sites") setGoneSiteIds(refusal.siteIds);
      if (refusal.code === "canary_site") setCanaryIds(refusal.siteIds);
      if (refusal.code !== "invalid_input") return false;
      const isTyped = Object.keys(refusal.fields).some((name) => reasonFieldOf(name, end) !== null);
      if (isTyped) onFieldsRefused(refusal.fields);
      return isTyped;
    },
  });
  return { ...proven, goneSiteIds, canaryIds };
}
