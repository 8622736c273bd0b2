"use client";

import { toast } from "sonner";
import { DeedDialog } from "@/components/auth/deed-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { unlockAction } from "@/lib/public-access/actions";
import type { LockOutcome } from "@/lib/public-access/schema";
import type { ChangeDialogProps } from "./dialog-props";
import { toldWords } from "./told-words";

/** Sites may be made public again; nothing becomes public by it. */
export function UnlockDialog({ viewer, onClose, onDone, onChanged, returnFocus }: ChangeDialogProps) {
  const proven = useProvenAction<LockOutcome>({
    viewer,
    action: "unlock",
    siteIds: [],
    alwaysAsk: true,
    run: () => unlockAction({}),
    onDone: async ({ mailCount }) => {
      onDone();
      toast.success("The lock is lifted.", { description: `Nothing became public by it. ${toldWords(mailCount)}` });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: "The portal did not answer, so it is not known whether the lock is lifted. Reload the page to see.",
  });
  return (
    <DeedDialog
      title="Lift the lock"
      description="Sites can be made public again, one decision each. Nothing becomes public by this. Every Super User is told."
      viewer={viewer}
      proven={proven}
      proofHint="Lifting the lock always takes this, however long ago you signed in."
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
      button={{ label: "Lift the lock", busyLabel: "Lifting…", variant: "danger" }}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
