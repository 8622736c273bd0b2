"use client";

import { toast } from "sonner";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { counted } from "@/components/ui/plural";
import { revokePublicAccessAction } from "@/lib/public-access/actions";
import type { NamedSite, RevokeOutcome } from "@/lib/public-access/schema";
import type { ChangeDialogProps } from "./dialog-props";
import { toldWords } from "./told-words";

type UseRevoke = Pick<ChangeDialogProps, "viewer" | "onDone" | "onChanged"> & { sites: readonly NamedSite[] };

/** Makes sites private; asks for a proof only when the server wants it. */
export function useRevoke({ sites, viewer, onDone, onChanged }: UseRevoke) {
  const what = sites.length === 1 ? "the site is" : "the sites are";
  return useProvenAction<RevokeOutcome>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => revokePublicAccessAction({ siteIds: sites.map((site) => site.id) }),
    onDone: async (outcome) => {
      onDone();
      toastRevoke(sites, outcome);
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: `The portal did not answer, so it is not known whether ${what} private now. Look at the list before you try again.`,
  });
}

function toastRevoke(sites: readonly NamedSite[], { revokedCount, mailCount }: RevokeOutcome): void {
  const [site] = sites;
  const one = site && sites.length === 1 ? site.name : null;
  if (revokedCount === 0) {
    toast.info(`${one ?? counted(sites.length, "site")} ${one ? "was" : "were"} private already.`, {
      description: "Nothing was changed.",
    });
    return;
  }
  const many = `${counted(revokedCount, "site")} ${revokedCount === 1 ? "is" : "are"}`;
  toast.success(`${one === null ? many : `${one} is`} private now.`, { description: toldWords(mailCount) });
}
