"use client";

import type { MendDeed } from "@/components/findings/finding-deeds";
import { MendDialog } from "@/components/findings/mend-dialog";
import type { Consequences, PauseState, Reach, SiteRow } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { ChangeDialogProps } from "./dialog-props";
import { DropPauseDialog } from "./drop-pause-dialog";
import { ExtendDialog } from "./extend-dialog";
import { LockDialog } from "./lock-dialog";
import { PauseDialog } from "./pause-dialog";
import { ResumeDialog } from "./resume-dialog";
import { RevokeDialog } from "./revoke-dialog";
import { UnlockDialog } from "./unlock-dialog";

export type OpenDialog =
  | { dialog: "revoke"; sites: readonly NamedSite[] }
  | { dialog: "mend"; deed: MendDeed; sites: readonly NamedSite[] }
  | { dialog: "extend"; site: SiteRow }
  | { dialog: "lock" | "unlock" | "pause" }
  | { dialog: "resume" | "drop-pause"; pause: PauseState };

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
      return <RevokeDialog {...dialog} sites={open.sites} reach={reach} />;
    case "mend":
      return <MendDialog {...dialog} deed={open.deed} sites={open.sites} />;
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
