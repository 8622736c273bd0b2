"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useMemo } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { setExtraRecipientsAction } from "@/lib/domain/settings/actions";
import { type ExtraRecipient, extraRecipientSchema } from "@/lib/domain/settings/schema";
import { languageName } from "./language-name";

type AddExtraDialogProps = ChangeDialogProps & {
  /** those there are, as the viewer sees them */
  list: readonly ExtraRecipient[];
  /** in which their mails can be */
  languages: readonly string[];
};

/** Adds an address that gets every alert and reminder. What was typed stays on a refusal. */
export function AddExtraDialog({ list, languages, viewer, onDone, onChanged, ...rest }: AddExtraDialogProps) {
  const t = useTranslations("settings.extra");
  const locale = useLocale();
  const own = languages.find((language) => language === locale.split("-")[0]);
  const schema = useMemo(
    () =>
      extraRecipientSchema.refine(({ address }) => !list.some((one) => isSame(one.address, address)), {
        path: ["address"],
        message: t("onList"),
      }),
    [list, t],
  );
  const form = useForm<ExtraRecipient>({
    resolver: zodResolver(schema),
    defaultValues: { address: "", language: own ?? languages[0] ?? "" },
  });
  const { onSubmit, proven } = useProvenForm<ExtraRecipient, ExtraRecipient, { recipients: ExtraRecipient[] }>({
    form,
    viewer,
    action: "set-extra-recipients",
    run: async (added) => {
      const result = await setExtraRecipientsAction({ recipients: [...list, added], before: list });
      if (!result.ok && result.fields.recipients === "listChanged") await onChanged();
      return result;
    },
    fieldOf: (name) => (name === "recipients" ? "address" : null),
    onDone: async () => {
      const which = form.getValues("address").trim();
      onDone();
      toast.success(t.rich("added", { which, address: apart }));
      await onChanged();
    },
    onRefused: onChanged,
  });
  const { errors } = form.formState;
  return (
    <ConfirmDialog
      {...rest}
      title={t("addTitle")}
      description={t("addMeaning")}
      viewer={viewer}
      proven={proven}
      proofHint={t("proofHint")}
      focusProof={false}
      onSubmit={onSubmit}
      button={{ label: t("addButton"), busyLabel: t("adding"), variant: "primary" }}
    >
      <Field label={t("address")} hint={t("addressHint")} error={errors.address?.message}>
        {(control) => (
          <Input
            {...control}
            {...form.register("address")}
            type="email"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={t("language")} error={errors.language?.message}>
        {(control) => (
          <Select {...control} {...form.register("language")}>
            {languages.map((language) => (
              <option key={language} value={language}>
                {languageName(language, locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </ConfirmDialog>
  );
}

function apart(words: ReactNode) {
  return <bdi className="break-all">{words}</bdi>;
}

/** As the outbox tells mailboxes apart: capitals and spaces around count for nothing. */
function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
