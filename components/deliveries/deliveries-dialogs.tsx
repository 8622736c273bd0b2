"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { useFormatter, useTranslations } from "use-intl";
import type { z } from "zod";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { dismissMailAction, sendAgainAction } from "@/lib/domain/deliveries/actions";
import {
  type Delivery,
  type DismissOutcome,
  dismissMailSchema,
  type ResendOutcome,
} from "@/lib/domain/deliveries/schema";

type MailDialogProps = ChangeDialogProps & { mail: Delivery };
export type OpenMailDialog = { dialog: "send-again" | "dismiss"; mail: Delivery };

/** The dialog that is open over the mails. */
export function DeliveriesDialogs({ open, ...dialog }: ChangeDialogProps & { open: OpenMailDialog }) {
  const Dialog = open.dialog === "send-again" ? SendAgainDialog : DismissDialog;
  return <Dialog {...dialog} mail={open.mail} />;
}

const mailbox = (words: ReactNode) => <bdi className="break-all">{words}</bdi>;

/** Sends a mail that did not arrive once more. */
function SendAgainDialog({ mail, viewer, onDone, onChanged, ...rest }: MailDialogProps) {
  const { address, fate, logins } = mail;
  const t = useTranslations("deliveries");
  const format = useFormatter();
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
      description={
        logins.length === 0
          ? t.rich("sendAgainDialog.meaningExtra", { address, mailbox })
          : t.rich("sendAgainDialog.meaning", {
              logins: format.list(logins),
              name: (words: ReactNode) => <bdi>{words}</bdi>,
            })
      }
      viewer={viewer}
      proven={proven}
      button={{ label: t("sendAgainDialog.button"), busyLabel: t("sendAgainDialog.busy"), variant: "primary" }}
    >
      {fate && (
        <Alert tone="caution" title={t(`fate.${fate.fate}`)}>
          {t.rich("sendAgainDialog.was", { address, mailbox })}
        </Alert>
      )}
    </ReauthDialog>
  );
}

type DismissForm = { note: string };

const formSchema = dismissMailSchema.pick({ note: true });

/** Records how the people of a mail that did not arrive were notified instead. */
function DismissDialog({ mail, viewer, onDone, onChanged, ...rest }: MailDialogProps) {
  const t = useTranslations("deliveries.dismissDialog");
  const form = useForm<DismissForm, unknown, z.output<typeof formSchema>>({
    resolver: zodResolver(formSchema),
    defaultValues: { note: "" },
  });
  const { onSubmit, proven } = useProvenForm<DismissForm, z.output<typeof formSchema>, DismissOutcome>({
    form,
    viewer,
    run: ({ note }) => dismissMailAction({ mailId: mail.id, note }),
    fieldOf: (name) => (name === "note" ? name : null),
    onDone: async () => {
      onDone();
      toast.success(t("done"));
      await onChanged();
    },
    onRefused: onChanged,
  });
  return (
    <ConfirmDialog
      {...rest}
      title={t("title")}
      description={t.rich("meaning", { address: mail.address, mailbox })}
      viewer={viewer}
      proven={proven}
      onSubmit={onSubmit}
      button={{ label: t("button"), busyLabel: t("busy"), variant: "primary" }}
    >
      <Field label={t("note")} hint={t("noteHint")} error={form.formState.errors.note?.message}>
        {(control) => <Textarea {...control} {...form.register("note")} rows={2} />}
      </Field>
    </ConfirmDialog>
  );
}
