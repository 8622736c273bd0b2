"use client";

import { RevokeDialog } from "@/components/access-change/revoke-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import type { Consequences } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { FindingKind } from "@/lib/ledger/facts/finding-terms";
import { AcknowledgeDialog } from "./acknowledge-dialog";
import type { MendAction } from "./finding-actions";
import { MendDialog } from "./mend-dialog";

export type OpenFindingsDialog =
  | { dialog: "mend"; action: MendAction; sites: readonly NamedSite[] }
  | { dialog: "revoke"; sites: readonly NamedSite[] }
  | { dialog: "acknowledge"; kind: FindingKind; sites: readonly NamedSite[] };

export type FindingsDialogsProps = ChangeDialogProps &
  Pick<Consequences, "today" | "timeZone"> & { open: OpenFindingsDialog };

/** The dialog that is open over the findings. */
export function FindingsDialogs({ open, today, timeZone, ...dialog }: FindingsDialogsProps) {
  switch (open.dialog) {
    case "mend":
      return <MendDialog {...dialog} action={open.action} sites={open.sites} />;
    case "revoke":
      return <RevokeDialog {...dialog} sites={open.sites} />;
    case "acknowledge":
      return <AcknowledgeDialog {...dialog} kind={open.kind} sites={open.sites} today={today} timeZone={timeZone} />;
  }
}
