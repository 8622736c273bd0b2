"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { z } from "zod";
import { DeedDialog } from "@/components/auth/deed-dialog";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { extendPublicAccessAction } from "@/lib/public-access/actions";
import type { Consequences, ExtendOutcome, SiteRow } from "@/lib/public-access/schema";
import type { ChangeDialogProps } from "./dialog-props";
import { EndFields } from "./end-fields";
import { type EndForm, endFieldFor, endShape, endsOnFrom, requireEnd } from "./end-form-schema";
import { lastDayWords, publicEndWords, untilWords } from "./end-words";
import { toldWords } from "./told-words";

type ExtendDialogProps = ChangeDialogProps & { site: SiteRow } & Pick<Consequences, "today" | "timeZone">;

const NOTHING_CHOSEN: EndForm = { end: "90", date: "" };

/** Another end date for one public site. Always with a fresh proof, since it can mean: public for longer. */
export function ExtendDialog({ site, today, timeZone, viewer, onDone, onChanged, ...rest }: ExtendDialogProps) {
  const resolver = useMemo(() => zodResolver(requireEnd(z.object(endShape), today)), [today]);
  const form = useForm<EndForm>({ resolver, defaultValues: NOTHING_CHOSEN });
  const end = useWatch({ control: form.control, name: "end" });
  const { onSubmit, proven } = useProvenForm<EndForm, EndForm, ExtendOutcome>({
    form,
    viewer,
    action: "extend",
    siteIds: [site.id],
    alwaysAsk: true,
    run: (values) => extendPublicAccessAction({ siteIds: [site.id], endsOn: endsOnFrom(values, today) }),
    fieldOf: (name) => (name === "endsOn" ? endFieldFor(form.getValues("end")) : null),
    onDone: async (outcome) => {
      onDone();
      toastExtend(site, endsOnFrom(form.getValues(), today), outcome);
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer:
      "The portal did not answer, so it is not known whether the end date was changed. Look at the list before you try again.",
  });
  const until = site.publication?.until ?? null;
  const { errors } = form.formState;
  return (
    <DeedDialog
      {...rest}
      title={
        <>
          Change the end date of <bdi>{site.name || `site ${site.id}`}</bdi>
        </>
      }
      description={
        until === null
          ? "It is public without an end date now. Every Super User is told."
          : `It is public until ${lastDayWords(until, timeZone)} now. Every Super User is told.`
      }
      viewer={viewer}
      proven={proven}
      proofHint="Changing an end date always takes this, however long ago you signed in."
      focusProof={false}
      onSubmit={onSubmit}
      button={{ label: "Change end date", busyLabel: "Changing…", variant: "primary" }}
    >
      <EndFields
        words={publicEndWords}
        chosen={end}
        inputs={{ end: form.register("end"), date: form.register("date") }}
        errors={{ end: errors.end?.message, date: errors.date?.message }}
        today={today}
        timeZone={timeZone}
      />
    </DeedDialog>
  );
}

function toastExtend(site: SiteRow, endsOn: string | null, { extendedCount, mailCount }: ExtendOutcome): void {
  if (extendedCount === 0) {
    toast.info(`${site.name} is not public any more.`, { description: "Nothing was changed." });
    return;
  }
  toast.success(`${site.name} is public ${untilWords(endsOn)}.`, { description: toldWords(mailCount) });
}
