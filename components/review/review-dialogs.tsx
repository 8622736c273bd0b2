"use client";

import { RevokeDialog } from "@/components/access-change/revoke-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { KeepDialog } from "./keep-dialog";

export type OpenReviewDialog = { dialog: "keep" | "revoke"; sites: readonly NamedSite[] };

export type ReviewDialogsProps = Omit<ChangeDialogProps, "onDone"> & {
  open: OpenReviewDialog;
  onDone: () => void;
  /** leads back into publishing sites that were made private */
  onAgain: (sites: readonly NamedSite[]) => void;
};

/** The dialog that is open over the review. */
export function ReviewDialogs({ open, onAgain, ...dialog }: ReviewDialogsProps) {
  switch (open.dialog) {
    case "keep":
      return <KeepDialog {...dialog} sites={open.sites} />;
    case "revoke":
      return <RevokeDialog {...dialog} sites={open.sites} onAgain={() => onAgain(open.sites)} />;
  }
}
