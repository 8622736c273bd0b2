"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { unlockAction } from "@/lib/domain/public-access/actions";
import type { LockOutcome } from "@/lib/domain/public-access/schema";

/** Sites may be made public again; nothing becomes public by it. */
export function UnlockDialog({ viewer, onClose, onDone, onChanged, returnFocus }: ChangeDialogProps) {
  const say = useTranslations("deeds");
  const proven = useProvenAction<LockOutcome>({
    viewer,
    action: "unlock",
    siteIds: [],
    alwaysAsk: true,
    run: () => unlockAction({}),
    onDone: async ({ mailCount }) => {
      onDone();
      toast.success(say("unlock.done"), {
        description: (
          <>
            {say("unlock.doneMeaning")} {say("told", { count: mailCount })}
          </>
        ),
      });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: say("unlock.noAnswer"),
  });
  return (
    <ConfirmDialog
      title={say("unlock.title")}
      description={say("unlock.meaning")}
      viewer={viewer}
      proven={proven}
      proofHint={say("unlock.hint")}
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
      button={{ label: say("unlock.button"), busyLabel: say("unlock.busy"), variant: "danger" }}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
