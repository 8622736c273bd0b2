"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { z } from "zod";
import { DeedDialog } from "@/components/auth/deed-dialog";
import { useProvenForm } from "@/components/auth/use-proven-form";
import { ChosenSites } from "@/components/public-access/chosen-sites";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { counted } from "@/components/ui/plural";
import type { NamedSite } from "@/lib/public-access/schema";
import { keepPublicAction } from "@/lib/review/actions";
import { type KeepOutcome, keepPublicSchema } from "@/lib/review/schema";

type KeepForm = { note: string };
type KeepDialogProps = ChangeDialogProps & { sites: readonly NamedSite[] };

const formSchema = z.object({ note: keepPublicSchema.shape.note.unwrap() });

/** Records that sites are still meant to be public. */
export function KeepDialog({ sites, viewer, onDone, onChanged, ...rest }: KeepDialogProps) {
  const what = counted(sites.length, "site");
  const form = useForm<KeepForm>({ resolver: zodResolver(formSchema), defaultValues: { note: "" } });
  const { onSubmit, proven } = useProvenForm<KeepForm, KeepForm, KeepOutcome>({
    form,
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: ({ note }) => keepPublicAction({ siteIds: sites.map((site) => site.id), note }),
    fieldOf: (name) => (name === "note" ? name : null),
    onDone: async (outcome) => {
      onDone();
      toastKept(outcome);
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: "The portal did not answer, so it is not known whether this was recorded. Reload the page to see.",
  });
  return (
    <DeedDialog
      {...rest}
      title={`Keep ${what} public`}
      description={`You say that ${sites.length === 1 ? "it is" : "they are"} still meant to be public. Your name, the time and your note are recorded.`}
      viewer={viewer}
      proven={proven}
      proofHint="You confirmed it more than 15 minutes ago."
      focusButton
      onSubmit={onSubmit}
      button={{ label: `Keep ${what}`, busyLabel: "Recording…", variant: "primary" }}
    >
      <ChosenSites sites={sites} />
      <Field label="Note (optional)" hint="Every Super User can read this." error={form.formState.errors.note?.message}>
        {(control) => <Textarea {...control} {...form.register("note")} rows={2} />}
      </Field>
    </DeedDialog>
  );
}

function toastKept({ keptCount, notPublicCount }: KeepOutcome): void {
  const left = `${counted(notPublicCount, "site")} ${notPublicCount === 1 ? "is" : "are"} not public any more.`;
  if (keptCount === 0) {
    toast.info("Nothing was recorded.", { description: left });
    return;
  }
  const kept = `${counted(keptCount, "site")} ${keptCount === 1 ? "is" : "are"} confirmed.`;
  toast.success(kept, { description: notPublicCount > 0 ? left : undefined });
}
