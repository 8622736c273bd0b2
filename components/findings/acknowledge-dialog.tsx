"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { z } from "zod";
import { DeedDialog } from "@/components/auth/deed-dialog";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { ChosenSites } from "@/components/public-access/chosen-sites";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { EndFields, type EndFieldsWords } from "@/components/public-access/end-fields";
import {
  type EndForm,
  endFieldFor,
  endShape,
  endsOnFrom,
  requireEnd,
} from "@/components/public-access/end-form-schema";
import { ReasonField } from "@/components/public-access/reason-field";
import { toldWords } from "@/components/public-access/told-words";
import { acknowledgeFindingAction } from "@/lib/findings/actions";
import { type AcknowledgeOutcome, acknowledgeFindingSchema } from "@/lib/findings/schema";
import type { FindingKind } from "@/lib/findings/terms";
import type { Consequences, NamedSite } from "@/lib/public-access/schema";
import { findingWords } from "./findings-words";

type AcknowledgeForm = EndForm & { reason: string };
type AcknowledgeDialogProps = ChangeDialogProps & {
  kind: FindingKind;
  /** empty for a finding about the user `anonymous` itself */
  sites: readonly NamedSite[];
} & Pick<Consequences, "today" | "timeZone">;

const EMPTY: AcknowledgeForm = { reason: "", end: "90", date: "" };

const END_WORDS: EndFieldsWords = {
  legend: "Until when is it intended?",
  date: "Last day",
  none: { label: "Until it changes", detail: "asked again only when something else is seen" },
  after: "It then needs attention again.",
};

/** Says that a finding is meant to be so. That quietens "Needs attention", and nothing else. */
export function AcknowledgeDialog(props: AcknowledgeDialogProps) {
  const { kind, sites, today, timeZone, viewer, onDone, onChanged, onClose, returnFocus } = props;
  const resolver = useMemo(
    () => zodResolver(requireEnd(z.object({ reason: acknowledgeFindingSchema.shape.reason, ...endShape }), today)),
    [today],
  );
  const form = useForm<AcknowledgeForm>({ resolver, defaultValues: EMPTY });
  const { onSubmit, proven } = useProvenForm<AcknowledgeForm, AcknowledgeForm, AcknowledgeOutcome>({
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
      toast.success("Noted as intended.", { description: mailCount > 0 ? toldWords(mailCount) : undefined });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: "The portal did not answer, so it is not known whether this was noted. Reload the page to see.",
  });
  const text = useWatch({ control: form.control, name: "reason" });
  const end = useWatch({ control: form.control, name: "end" });
  const { errors } = form.formState;
  return (
    <DeedDialog
      title={`This is intended: ${findingWords[kind].title}`}
      description="It is listed as intended instead of needing attention. It stays in the list and in the reminders, and the next change is told as ever."
      viewer={viewer}
      proven={proven}
      proofHint="You confirmed it more than 15 minutes ago."
      onSubmit={onSubmit}
      button={{ label: "It is intended", busyLabel: "Noting it…", variant: "primary" }}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {sites.length > 0 && <ChosenSites sites={sites} />}
      <ReasonField
        label="Why?"
        hint="Every Super User can read this."
        text={text}
        input={form.register("reason")}
        error={errors.reason?.message}
      />
      <EndFields
        words={END_WORDS}
        chosen={end}
        inputs={{ end: form.register("end"), date: form.register("date") }}
        errors={{ end: errors.end?.message, date: errors.date?.message }}
        today={today}
        timeZone={timeZone}
      />
    </DeedDialog>
  );
}
