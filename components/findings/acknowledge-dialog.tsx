"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { ChosenSites } from "@/components/access-change/chosen-sites";
import { EndFields } from "@/components/access-change/end-fields";
import {
  type EndForm,
  endFieldFor,
  endShape,
  endsOnFrom,
  requireEnd,
} from "@/components/access-change/end-form-schema";
import { ReasonField } from "@/components/access-change/reason-field";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { acknowledgeFindingAction } from "@/lib/domain/findings/actions";
import { type AcknowledgeOutcome, acknowledgeFindingSchema } from "@/lib/domain/findings/schema";
import type { Consequences } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { FindingKind } from "@/lib/ledger/facts/finding-terms";
import type { TypedText } from "@/lib/platform/typed-text-terms";

type AcknowledgeForm = EndForm & { reason: string };
type Acknowledged = EndForm & { reason: TypedText };
type AcknowledgeDialogProps = ChangeDialogProps & {
  kind: FindingKind;
  /** empty for a finding about the user `anonymous` itself */
  sites: readonly NamedSite[];
} & Pick<Consequences, "today" | "timeZone">;

const EMPTY: AcknowledgeForm = { reason: "", end: "90", date: "" };

/** Says that a finding is meant to be so. That quietens "Needs attention", and nothing else. */
export function AcknowledgeDialog(props: AcknowledgeDialogProps) {
  const { kind, sites, today, viewer, onDone, onChanged, onClose, returnFocus } = props;
  const t = useTranslations("findings");
  const tCommands = useTranslations("commands");
  const resolver = useMemo(
    () => zodResolver(requireEnd(z.object({ reason: acknowledgeFindingSchema.shape.reason, ...endShape }), today)),
    [today],
  );
  const form = useForm<AcknowledgeForm, unknown, Acknowledged>({ resolver, defaultValues: EMPTY });
  const { onSubmit, proven } = useProvenForm<AcknowledgeForm, Acknowledged, AcknowledgeOutcome>({
    form,
    viewer,
    run: (values) =>
      acknowledgeFindingAction({
        kind,
        siteIds: sites.map((site) => site.id),
        reason: values.reason,
        endsOn: endsOnFrom(values, today),
      }),
    fieldOf: (name) => {
      if (name === "reason") return name;
      return name === "endsOn" ? endFieldFor(form.getValues("end")) : null;
    },
    onDone: async ({ mailCount }) => {
      onDone();
      toast.success(t("intend.done"), {
        description: mailCount > 0 ? tCommands("told", { count: mailCount }) : undefined,
      });
      await onChanged();
    },
    onRefused: onChanged,
  });
  const text = useWatch({ control: form.control, name: "reason" });
  const end = useWatch({ control: form.control, name: "end" });
  const { errors } = form.formState;
  return (
    <ConfirmDialog
      title={t("intend.title", { title: t(`kinds.${kind}.title`) })}
      description={t("intend.meaning")}
      viewer={viewer}
      proven={proven}
      onSubmit={onSubmit}
      button={{ label: t("intend.button"), busyLabel: t("intend.busy"), variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {sites.length > 0 && <ChosenSites sites={sites} />}
      <ReasonField text={text} input={form.register("reason")} error={errors.reason?.message} />
      <EndFields
        words={{
          legend: t("intend.end.legend"),
          date: t("intend.end.date"),
          none: { label: t("intend.end.none"), detail: "" },
          after: t("intend.end.after"),
        }}
        chosen={end}
        inputs={{ end: form.register("end"), date: form.register("date") }}
        errors={{ end: errors.end?.message, date: errors.date?.message }}
        today={today}
      />
    </ConfirmDialog>
  );
}
