"use client";

import type { FormEvent, ReactNode } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { useFieldLabel } from "@/components/ui/use-field-label";
import { setExtraRecipientsAction } from "@/lib/domain/settings/actions";
import type { ExtraRecipient } from "@/lib/domain/settings/schema";

type RemoveExtraDialogProps = ChangeDialogProps & {
  /** those there are, as the viewer sees them */
  list: readonly ExtraRecipient[];
  address: string;
};

/** Takes an address off the list; it hears of that, and of nothing after it. */
export function RemoveExtraDialog({ list, address, viewer, onDone, onChanged, ...rest }: RemoveExtraDialogProps) {
  const t = useTranslations("settings.extra");
  const fieldLabel = useFieldLabel();
  const which = { which: address, address: (words: ReactNode) => <bdi className="break-all">{words}</bdi> };
  const { submit, ...proven } = useProvenAction({
    viewer,
    action: "set-extra-recipients",
    run: async () => {
      const recipients = list.filter((one) => one.address !== address);
      const result = await setExtraRecipientsAction({ recipients, before: list });
      const problem = result.ok ? undefined : result.fields.recipients;
      // There is no field here that it could stand at.
      return result.ok || problem === undefined ? result : { ...result, message: fieldLabel(problem) };
    },
    onDone: async () => {
      onDone();
      toast.success(t.rich("removed", which));
      await onChanged();
    },
    onRefused: onChanged,
  });
  return (
    <ConfirmDialog
      {...rest}
      title={t("removeTitle")}
      description={t.rich("removeMeaning", which)}
      viewer={viewer}
      proven={proven}
      proofHint={t("proofHint")}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
      button={{ label: t("removeButton"), busyLabel: t("removing"), variant: "danger" }}
    />
  );
}
