"use client";

import { RevokeDialog } from "@/components/access-change/revoke-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { KeepDialog } from "./keep-dialog";

export type OpenReviewDialog = { dialog: "keep" | "revoke"; sites: readonly NamedSite[] };

export type ReviewDialogsProps = Omit<ChangeDialogProps, "onDone"> & {
  open: OpenReviewDialog;
  /** @param isPrivate the sites are private now: nobody can read them any more */
  onDone: (isPrivate: boolean) => void;
};

/** The dialog that is open over the review. */
export function ReviewDialogs({ open, onDone, ...dialog }: ReviewDialogsProps) {
  switch (open.dialog) {
    case "keep":
      return <KeepDialog {...dialog} sites={open.sites} onDone={() => onDone(false)} />;
    case "revoke":
      return (
        <RevokeDialog {...dialog} sites={open.sites} onDone={({ stillPublic }) => onDone(stillPublic === undefined)} />
      );
  }
}
