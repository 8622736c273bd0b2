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
  const say = useTranslations("findings");
  const sayAuth = useTranslations("auth");
  const resolver = useMemo(
    () => zodResolver(requireEnd(z.object({ reason: acknowledgeFindingSchema.shape.reason, ...endShape }), today)),
    [today],
  );
  const form = useForm<AcknowledgeForm, unknown, Acknowledged>({ resolver, defaultValues: EMPTY });
  const { onSubmit, proven } = useProvenForm<AcknowledgeForm, Acknowledged, AcknowledgeOutcome>({
    form,
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
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
      toast.success(say("intend.done"), {
        description: mailCount > 0 ? say("told", { count: mailCount }) : undefined,
      });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: say("intend.noAnswer"),
  });
  const text = useWatch({ control: form.control, name: "reason" });
  const end = useWatch({ control: form.control, name: "end" });
  const { errors } = form.formState;
  return (
    <ConfirmDialog
      title={say("intend.title", { title: say(`kinds.${kind}.title`) })}
      description={say("intend.meaning")}
      viewer={viewer}
      proven={proven}
      proofHint={sayAuth("stepUp.recentHint")}
      onSubmit={onSubmit}
      button={{ label: say("intend.button"), busyLabel: say("intend.busy"), variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {sites.length > 0 && <ChosenSites sites={sites} />}
      <ReasonField
        label={say("intend.why")}
        hint={say("intend.whyHint")}
        text={text}
        input={form.register("reason")}
        error={errors.reason?.message}
      />
      <EndFields
        words={{
          legend: say("intend.end.legend"),
          date: say("intend.end.date"),
          none: { label: say("intend.end.none"), detail: say("intend.end.noneDetail") },
          after: say("intend.end.after"),
        }}
        chosen={end}
        inputs={{ end: form.register("end"), date: form.register("date") }}
        errors={{ end: errors.end?.message, date: errors.date?.message }}
        today={today}
      />
    </ConfirmDialog>
  );
}
