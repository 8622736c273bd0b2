"use client";

import { toast } from "sonner";
import { TighteningDialog } from "@/components/auth/tightening-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { Alert } from "@/components/ui/alert";
import { listed } from "@/components/ui/plural";
import { sendAgainAction } from "@/lib/deliveries/actions";
import type { Delivery, ResendOutcome } from "@/lib/deliveries/schema";
import { fateWords } from "./deliveries-words";

type SendAgainDialogProps = ChangeDialogProps & { mail: Delivery };

/** Sends a mail that did not arrive once more. */
export function SendAgainDialog({ mail, viewer, onDone, onChanged, ...rest }: SendAgainDialogProps) {
  const { address, fate, logins } = mail;
  const proven = useProvenAction<ResendOutcome>({
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: () => sendAgainAction({ mailId: mail.id }),
    onDone: async (outcome) => {
      onDone();
      toast.success("It goes out again.", { description: `To ${outcome.address}.` });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer:
      "The portal did not answer, so it is not known whether it goes out again. Reload the page before you try again.",
  });
  return (
    <TighteningDialog
      {...rest}
      title="Send this mail again"
      description={
        <>
          The same mail goes to the address that <bdi>{listed(logins)}</bdi> {logins.length === 1 ? "has" : "have"} in
          Matomo now. Your name and the time are recorded.
        </>
      }
      viewer={viewer}
      proven={proven}
      button={{ label: "Send again", busyLabel: "Sending…", variant: "primary" }}
    >
      {fate && (
        <Alert tone="caution" title={fateWords(fate.fate)}>
          That was <bdi className="break-all">{address}</bdi>. If it is still their address, set another one in Matomo
          first, or tell them in another way and dismiss the mail.
        </Alert>
      )}
    </TighteningDialog>
  );
}
