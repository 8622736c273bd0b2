"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { useFormatter, useTranslations } from "use-intl";
import type { z } from "zod";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { dismissMailAction } from "@/lib/domain/deliveries/actions";
import { type Delivery, type DismissOutcome, dismissMailSchema } from "@/lib/domain/deliveries/schema";

type DismissForm = { note: string };
type DismissDialogProps = ChangeDialogProps & { mail: Delivery };

const formSchema = dismissMailSchema.pick({ note: true });

/** Records how the people of a mail that did not arrive were notified instead. */
export function DismissDialog({ mail, viewer, onDone, onChanged, ...rest }: DismissDialogProps) {
  const { logins, address } = mail;
  const t = useTranslations("deliveries.dismissDialog");
  const format = useFormatter();
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
      toast.success(t("done"), { description: t("doneMeaning") });
      await onChanged();
    },
    onRefused: onChanged,
  });
  return (
    <ConfirmDialog
      {...rest}
      title={t("title")}
      description={t.rich("meaning", {
        count: logins.length,
        logins: format.list(logins),
        address,
        name: (words: ReactNode) => <bdi>{words}</bdi>,
        mailbox: (words: ReactNode) => <bdi className="break-all">{words}</bdi>,
      })}
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
