"use client";

import { toast } from "sonner";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { revokePublicAccessAction } from "@/lib/public-access/actions";
import type { RevokeOutcome, SiteRow } from "@/lib/public-access/schema";

type UseRevoke = { site: SiteRow; viewer: Viewer; onDone: () => void; onChanged: () => Promise<void> };

const NO_ANSWER =
  "The portal did not answer, so it is not known whether the site is private now. Look at the list before you try again.";

/** Makes one site private; asks for a proof only when the server wants it. */
export function useRevoke({ site, viewer, onDone, onChanged }: UseRevoke) {
  return useProvenAction<RevokeOutcome>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => revokePublicAccessAction({ siteIds: [site.id] }),
    onDone: async (outcome) => {
      onDone();
      toastRevoke(site, outcome);
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: NO_ANSWER,
  });
}

function toastRevoke(site: SiteRow, { revokedCount, mailCount }: RevokeOutcome): void {
  if (revokedCount === 0) {
    toast.info(`${site.name} was private already.`, { description: "Nothing was changed." });
    return;
  }
  const told = mailCount === 1 ? "1 Super User is being told." : `${mailCount} Super Users are being told.`;
  toast.success(`${site.name} is private now.`, { description: told });
}
