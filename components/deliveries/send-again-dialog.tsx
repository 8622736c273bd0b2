"use client";

import type { ReactNode } from "react";
import { toast } from "sonner";
import { useFormatter, useTranslations } from "use-intl";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { Alert } from "@/components/ui/alert";
import { sendAgainAction } from "@/lib/domain/deliveries/actions";
import type { Delivery, ResendOutcome } from "@/lib/domain/deliveries/schema";

type SendAgainDialogProps = ChangeDialogProps & { mail: Delivery };

/** Sends a mail that did not arrive once more. */
export function SendAgainDialog({ mail, viewer, onDone, onChanged, ...rest }: SendAgainDialogProps) {
  const { address, fate, logins } = mail;
  const t = useTranslations("deliveries");
  const format = useFormatter();
  const whom = {
    count: logins.length,
    logins: format.list(logins),
    address,
    name: (words: ReactNode) => <bdi>{words}</bdi>,
    mailbox: (words: ReactNode) => <bdi className="break-all">{words}</bdi>,
  };
  const proven = useProvenAction<ResendOutcome>({
    viewer,
    run: () => sendAgainAction({ mailId: mail.id }),
    onDone: async (outcome) => {
      onDone();
      toast.success(t("sendAgainDialog.done"), {
        description: t("sendAgainDialog.doneTo", { address: outcome.address }),
      });
      await onChanged();
    },
    onRefused: onChanged,
  });
  return (
    <ReauthDialog
      {...rest}
      title={t("sendAgainDialog.title")}
      description={t.rich("sendAgainDialog.meaning", whom)}
      viewer={viewer}
      proven={proven}
      button={{ label: t("sendAgainDialog.button"), busyLabel: t("sendAgainDialog.busy"), variant: "primary" }}
    >
      {fate && (
        <Alert tone="caution" title={t(`fate.${fate.fate}`)}>
          {t.rich("sendAgainDialog.was", whom)}
        </Alert>
      )}
    </ReauthDialog>
  );
}
