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
  const t = useTranslations("outside.look");
  const proven = useProvenAction<RequestProbeOutcome>({
    viewer,
    alwaysAsk: true,
    run: () => requestProbeAction({}),
    onDone: onAsked,
  });
  return (
    <ConfirmDialog
      title={t("title")}
      description={t("meaning")}
      viewer={viewer}
      proven={proven}
      focusProof={false}
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
      button={{ label: t("button"), busyLabel: t("busy"), variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
