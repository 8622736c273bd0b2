"use client";

import { toast } from "sonner";
import { TighteningDialog } from "@/components/auth/tightening-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { ChosenSites } from "@/components/public-access/chosen-sites";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { toldWords } from "@/components/public-access/told-words";
import { counted } from "@/components/ui/plural";
import { cleanOrphansAction, reduceToViewAction, removeUnclearRowsAction } from "@/lib/findings/actions";
import type { MendOutcome, NamedSite } from "@/lib/public-access/schema";
import { deedLabels, type MendDeed } from "./finding-deeds";

const ACTIONS = { reduce: reduceToViewAction, remove: removeUnclearRowsAction, clean: cleanOrphansAction };

const MEANING: Record<MendDeed, string> = {
  reduce:
    "Strangers keep view and lose everything more. The reports stay public; one row stays for each site. Every Super User is told.",
  remove: "The rows with these values are deleted. Nothing becomes public by it. Every Super User is told.",
  clean: "The rows of anonymous for sites that are gone are deleted. Nothing changes for any other site.",
};

type MendDialogProps = ChangeDialogProps & { deed: MendDeed; sites: readonly NamedSite[] };

/** Puts rows of anonymous in order; nothing becomes public by it. */
export function MendDialog({ deed, sites, viewer, onDone, onChanged, ...rest }: MendDialogProps) {
  const proven = useProvenAction<MendOutcome>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => ACTIONS[deed]({ siteIds: sites.map((site) => site.id) }),
    onDone: async ({ mendedCount, mailCount }) => {
      onDone();
      toastMended(deed, mendedCount, mailCount);
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer:
      "The portal did not answer, so it is not known whether it was done. Look at the list before you try again.",
  });
  return (
    <TighteningDialog
      {...rest}
      title={sites.length === 1 ? deedLabels[deed] : `${deedLabels[deed]}: ${counted(sites.length, "site")}`}
      description={MEANING[deed]}
      viewer={viewer}
      proven={proven}
      button={{ label: deedLabels[deed], busyLabel: "Working…", variant: "primary" }}
    >
      <ChosenSites sites={sites} />
    </TighteningDialog>
  );
}

function toastMended(deed: MendDeed, mendedCount: number, mailCount: number): void {
  if (mendedCount === 0) {
    toast.info("There was nothing left to do.", { description: "Nothing was changed." });
    return;
  }
  toast.success(`${deedLabels[deed]}: done for ${counted(mendedCount, "site")}.`, {
    description: toldWords(mailCount),
  });
}
