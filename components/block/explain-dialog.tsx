"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { ReasonField, typedReasonSchema } from "@/components/access-change/reason-field";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { explainBlockAction } from "@/lib/domain/public-access/actions";
import type { BlockState } from "@/lib/domain/public-access/schema";

const formSchema = z.object({ reason: typedReasonSchema });

/** Why public access is blocked, said afterwards. */
export function ExplainDialog({ block, onDone, onChanged, ...rest }: ChangeDialogProps & { block: BlockState }) {
  const t = useTranslations("block.explain");
  const form = useForm({ resolver: zodResolver(formSchema), defaultValues: { reason: "" } });
  const { onSubmit, proven } = useProvenForm({
    form,
    viewer: rest.viewer,
    run: ({ reason }) => explainBlockAction({ blockId: block.id, reason }),
    fieldOf: (name) => (name === "reason" ? name : null),
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
      proven={proven}
      onSubmit={onSubmit}
      button={{ label: t("save"), busyLabel: t("saving"), variant: "primary" }}
    >
      <ReasonField
        text={useWatch({ control: form.control, name: "reason" })}
        input={form.register("reason")}
        error={form.formState.errors.reason?.message}
      />
    </ConfirmDialog>
  );
}
