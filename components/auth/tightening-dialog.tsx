"use client";

import { useTranslations } from "use-intl";
import { DeedDialog, type DeedDialogProps } from "./deed-dialog";
import type { useProvenAction } from "./use-proven-action";

type TighteningDialogProps = Pick<
  DeedDialogProps,
  "title" | "description" | "viewer" | "button" | "onClose" | "returnFocus" | "children"
> & { proven: Pick<ReturnType<typeof useProvenAction>, "submit" | "busy" | "problem" | "asks"> };

/** The second of two clicks for a deed that tightens; a proof only when the last one was more than 15 minutes ago. */
export function TighteningDialog({ proven, ...rest }: TighteningDialogProps) {
  const say = useTranslations("auth");
  return (
    <DeedDialog
      {...rest}
      proven={proven}
      proofHint={say("stepUp.recentHint")}
      focusButton
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
    />
  );
}
