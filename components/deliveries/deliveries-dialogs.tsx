"use client";

import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import type { Delivery } from "@/lib/domain/deliveries/schema";
import { DismissDialog } from "./dismiss-dialog";
import { SendAgainDialog } from "./send-again-dialog";

export type OpenMailDialog = { dialog: "send-again" | "dismiss"; mail: Delivery };

type DeliveriesDialogsProps = ChangeDialogProps & { open: OpenMailDialog };

/** The dialog that is open over the mails. */
export function DeliveriesDialogs({ open, ...dialog }: DeliveriesDialogsProps) {
  switch (open.dialog) {
    case "send-again":
      return <SendAgainDialog {...dialog} mail={open.mail} />;
    case "dismiss":
      return <DismissDialog {...dialog} mail={open.mail} />;
  }
}
