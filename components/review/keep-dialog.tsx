"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { NamedSite } from "@/lib/domain/publications/schema";
import { keepPublicAction } from "@/lib/domain/review/actions";
import type { KeepOutcome } from "@/lib/domain/review/schema";
import { typedNote } from "@/lib/platform/typed-text-schema";

type KeepForm = { note: string };
type KeepDialogProps = ChangeDialogProps & { sites: readonly NamedSite[] };

const formSchema = z.object({ note: typedNote() });

/** Records that sites are still meant to be public. */
export function KeepDialog({ sites, viewer, onDone, onChanged, ...rest }: KeepDialogProps) {
  const t = useTranslations("review");
  const tCommands = useTranslations("commands");
  const count = sites.length;
  const form = useForm<KeepForm, unknown, z.output<typeof formSchema>>({
    resolver: zodResolver(formSchema),
    defaultValues: { note: "" },
  });
  const { onSubmit, proven } = useProvenForm<KeepForm, z.output<typeof formSchema>, KeepOutcome>({
    form,
    viewer,
    run: ({ note }) => keepPublicAction({ siteIds: sites.map((site) => site.id), note }),
    fieldOf: (name) => (name === "note" ? name : null),
    onDone: async ({ keptCount, notPublicCount }) => {
      onDone();
      const left = notPublicCount > 0 ? t("kept.left", { count: notPublicCount }) : undefined;
      if (keptCount === 0) toast.info(t("kept.nothing"), { description: left });
      else toast.success(t("kept.done", { count: keptCount }), { description: left });
      await onChanged();
    },
    onRefused: onChanged,
  });
  return (
    <ConfirmDialog
      {...rest}
      title={t("keepCount", { count })}
      description={t("keepDialog.meaning")}
      viewer={viewer}
      proven={proven}
      focusButton
      onSubmit={onSubmit}
      button={{
        label: t("keepCount", { count }),
        busyLabel: t("keepDialog.busy"),
        variant: "primary",
      }}
    >
      <ChosenSites sites={sites} />
      <Field label={t("keepDialog.note")} hint={tCommands("whyHint")} error={form.formState.errors.note?.message}>
        {(control) => <Textarea {...control} {...form.register("note")} rows={2} />}
      </Field>
    </ConfirmDialog>
  );
}
