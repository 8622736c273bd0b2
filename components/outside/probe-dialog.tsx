"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { Viewer } from "@/lib/auth/schema";
import { requestProbeAction } from "@/lib/domain/probe/actions";
import type { RequestProbeOutcome } from "@/lib/domain/probe/schema";

type ProbeDialogProps = {
  viewer: Viewer;
  /** a probe was asked for */
  onAsked: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
};

/** Looks from outside for somebody whose last proof was too long ago. */
export function ProbeDialog({ viewer, onAsked, onClose, returnFocus }: ProbeDialogProps) {
  const say = useTranslations("outside.look");
  const sayAuth = useTranslations("auth");
  const proven = useProvenAction<RequestProbeOutcome>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: true,
    run: () => requestProbeAction({}),
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
