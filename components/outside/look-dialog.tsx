"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { lookOutsideAction } from "@/lib/domain/probe/actions";
import type { LookOutsideOutcome } from "@/lib/domain/probe/schema";

type LookDialogProps = {
  viewer: Viewer;
  /** a look was asked for */
  onAsked: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
};

/** Looks from outside for somebody whose last proof was too long ago. */
export function LookDialog({ viewer, onAsked, onClose, returnFocus }: LookDialogProps) {
  const say = useTranslations("outside.look");
  const sayAuth = useTranslations("auth");
  const proven = useProvenAction<LookOutsideOutcome>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: true,
    run: () => lookOutsideAction({}),
    onDone: onAsked,
    noAnswer: say("noAnswer"),
  });
  return (
    <ConfirmDialog
      title={say("title")}
      description={say("meaning")}
      viewer={viewer}
      proven={proven}
      proofHint={sayAuth("stepUp.recentHint")}
      focusProof={false}
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
      button={{ label: say("button"), busyLabel: say("busy"), variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
