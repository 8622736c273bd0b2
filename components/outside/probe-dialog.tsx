"use client";

import { useTranslations } from "use-intl";
import { asksForProof } from "@/components/auth/asks-for-proof";
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

/** Asks for a probe. @returns `prove`: a proof is wanted first; else why not, in a sentence, null without an answer */
export async function requestProbe(): Promise<"asked" | "prove" | "ended" | { message: string | null }> {
  const result = await requestProbeAction({}).catch(() => null);
  if (result?.ok) return "asked";
  if (result && asksForProof(result.code)) return "prove";
  if (result?.code === "session_ended") return "ended";
  return { message: result?.message ?? null };
}

/** Checks from outside for somebody whose last proof was too long ago. */
export function ProbeDialog({ viewer, onAsked, onClose, returnFocus }: ProbeDialogProps) {
  const t = useTranslations("outside.now");
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
