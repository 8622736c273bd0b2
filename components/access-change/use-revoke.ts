"use client";

import { useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { revokePublicAccessAction } from "@/lib/domain/public-access/actions";
import type { RevokeOutcome } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { toastRevoked } from "./toast-revoked";

type UseRevoke = Pick<ChangeDialogProps, "viewer" | "onChanged"> & {
  sites: readonly NamedSite[];
  /** false: a proof only when the server wants it */
  proof: boolean;
  onDone: (outcome: RevokeOutcome) => void;
};

/** Makes sites private. */
export function useRevoke({ sites, viewer, proof, onDone, onChanged }: UseRevoke) {
  const t = useTranslations("commands");
  return useProvenAction<RevokeOutcome>({
    viewer,
    alwaysAsk: proof,
    run: () => revokePublicAccessAction({ siteIds: sites.map((site) => site.id) }),
    onDone: async (outcome) => {
      onDone(outcome);
      toastRevoked(t, sites, outcome);
      await onChanged();
    },
    onRefused: onChanged,
  });
}
