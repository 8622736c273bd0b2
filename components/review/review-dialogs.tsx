"use client";

import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { RevokeDialog } from "@/components/public-access/revoke-dialog";
import type { NamedSite } from "@/lib/public-access/schema";
import { KeepDialog } from "./keep-dialog";

export type OpenReviewDialog = { dialog: "keep" | "revoke"; sites: readonly NamedSite[] };

export type ReviewDialogsProps = ChangeDialogProps & { open: OpenReviewDialog };

/** The dialog that is open over the review. */
export function ReviewDialogs({ open, ...dialog }: ReviewDialogsProps) {
  switch (open.dialog) {
    case "keep":
      return <KeepDialog {...dialog} sites={open.sites} />;
    case "revoke":
      return <RevokeDialog {...dialog} sites={open.sites} />;
  }
}
