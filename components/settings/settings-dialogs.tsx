"use client";

import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import type { ExtraRecipient } from "@/lib/domain/settings/schema";
import { AddExtraDialog } from "./add-extra-dialog";
import { RemoveExtraDialog } from "./remove-extra-dialog";

export type OpenSettingsDialog = { dialog: "add-extra" } | { dialog: "remove-extra"; address: string };

type SettingsDialogsProps = ChangeDialogProps & {
  open: OpenSettingsDialog;
  /** the extra recipients as the page shows them now */
  list: readonly ExtraRecipient[];
  /** in which mails can be */
  languages: readonly string[];
};

/** The dialog that is open over the settings. */
export function SettingsDialogs({ open, list, languages, ...dialog }: SettingsDialogsProps) {
  switch (open.dialog) {
    case "add-extra":
      return <AddExtraDialog {...dialog} list={list} languages={languages} />;
    case "remove-extra":
      return <RemoveExtraDialog {...dialog} list={list} address={open.address} />;
  }
}
