"use client";

import { ConfirmDialog, type ConfirmDialogProps } from "./confirm-dialog";
import type { useProvenAction } from "./use-proven-action";

type ReauthDialogProps = Pick<
  ConfirmDialogProps,
  "title" | "description" | "viewer" | "button" | "onClose" | "returnFocus" | "children"
> & { proven: Pick<ReturnType<typeof useProvenAction>, "submit" | "busy" | "problem" | "asks"> };

/** The second of two clicks for an action that tightens; a proof only when the last one was more than 15 minutes ago. */
export function ReauthDialog({ proven, ...rest }: ReauthDialogProps) {
  return (
    <ConfirmDialog
      {...rest}
      proven={proven}
      focusButton
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
    />
  );
}
