"use client";

import { RevokeDialog } from "@/components/access-change/revoke-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { ExplainDialog } from "@/components/block/explain-dialog";
import { UnblockDialog } from "@/components/block/unblock-dialog";
import { AcknowledgeDialog } from "@/components/findings/acknowledge-dialog";
import { MendDialog } from "@/components/findings/mend-dialog";
import type { OpenDialog } from "@/components/public-access/page-state/open-dialog";
import { ExtendDialog } from "@/components/public-access/row/extend-dialog";
import type { Consequences, Reach } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";

type PublicAccessDialogsProps = ChangeDialogProps & {
  open: OpenDialog;
  /** what is public now; null where that is not known */
  reach: Reach | null;
  consequences: Consequences;
  /** leads back into publishing sites that were made private */
  onAgain: (sites: readonly NamedSite[]) => void;
};

/** The dialog that is open over the list. */
export function PublicAccessDialogs(props: PublicAccessDialogsProps) {
  const { open, reach, consequences, onAgain, ...dialog } = props;
  const { today, timeZone } = consequences;
  switch (open.dialog) {
    case "revoke":
      return (
        <RevokeDialog
          {...dialog}
          sites={open.sites}
          reach={reach}
          proof={open.proof ?? false}
          onAgain={() => onAgain(open.sites)}
        />
      );
    case "mend":
      return <MendDialog {...dialog} action={open.action} sites={open.sites} />;
    case "acknowledge":
      return <AcknowledgeDialog {...dialog} kind={open.kind} sites={open.sites} today={today} timeZone={timeZone} />;
    case "extend":
      return <ExtendDialog {...dialog} site={open.site} today={today} timeZone={timeZone} />;
    case "explain-block":
      return <ExplainDialog {...dialog} block={open.block} />;
    case "unblock":
      return <UnblockDialog {...dialog} block={open.block} />;
  }
}
