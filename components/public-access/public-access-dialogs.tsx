"use client";

import { LockDialog } from "@/components/access-change/lock-dialog";
import { RevokeDialog } from "@/components/access-change/revoke-dialog";
import { UnlockDialog } from "@/components/access-change/unlock-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { MendDialog } from "@/components/findings/mend-dialog";
import { DropPauseDialog } from "@/components/public-access/emergency/drop-pause-dialog";
import { PauseDialog } from "@/components/public-access/emergency/pause-dialog";
import { ResumeDialog } from "@/components/public-access/emergency/resume-dialog";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import { ExtendDialog } from "@/components/public-access/row/extend-dialog";
import type { Consequences, Reach } from "@/lib/domain/public-access/schema";

type PublicAccessDialogsProps = ChangeDialogProps & {
  open: OpenDialog;
  /** what is public now; null where that is not known */
  reach: Reach | null;
  consequences: Consequences;
};

/** The dialog that is open over the list. */
export function PublicAccessDialogs(props: PublicAccessDialogsProps) {
  const { open, reach, consequences, ...dialog } = props;
  switch (open.dialog) {
    case "revoke":
      return <RevokeDialog {...dialog} sites={open.sites} reach={reach} proof={open.proof ?? false} />;
    case "mend":
      return <MendDialog {...dialog} action={open.action} sites={open.sites} />;
    case "extend":
      return <ExtendDialog {...dialog} site={open.site} today={consequences.today} timeZone={consequences.timeZone} />;
    case "lock":
      return <LockDialog {...dialog} reach={reach} />;
    case "unlock":
      return <UnlockDialog {...dialog} />;
    case "pause":
      return <PauseDialog {...dialog} reach={reach} />;
    case "resume":
      return <ResumeDialog {...dialog} pause={open.pause} />;
    case "drop-pause":
      return <DropPauseDialog {...dialog} pause={open.pause} />;
  }
}
