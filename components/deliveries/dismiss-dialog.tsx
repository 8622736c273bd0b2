"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { DeedDialog } from "@/components/auth/deed-dialog";
import { useProvenForm } from "@/components/auth/use-proven-form";
import type { ChangeDialogProps } from "@/components/public-access/dialog-props";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { listed } from "@/components/ui/plural";
import { dismissMailAction } from "@/lib/deliveries/actions";
import { type Delivery, type DismissOutcome, dismissMailSchema } from "@/lib/deliveries/schema";

type DismissForm = { note: string };
type DismissDialogProps = ChangeDialogProps & { mail: Delivery };

const formSchema = dismissMailSchema.pick({ note: true });

/** Records how the people of a mail that did not arrive were told instead. */
export function DismissDialog({ mail, viewer, onDone, onChanged, ...rest }: DismissDialogProps) {
  const form = useForm<DismissForm>({ resolver: zodResolver(formSchema), defaultValues: { note: "" } });
  const { onSubmit, proven } = useProvenForm<DismissForm, DismissForm, DismissOutcome>({
    form,
    viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run: ({ note }) => dismissMailAction({ mailId: mail.id, note }),
    fieldOf: (name) => (name === "note" ? name : null),
    onDone: async () => {
      onDone();
      toast.success("The mail is dismissed.", { description: "Your note is in the activity." });
      await onChanged();
    },
    onRefused: onChanged,
    noAnswer: "The portal did not answer, so it is not known whether this was recorded. Reload the page to see.",
  });
  return (
    <DeedDialog
      {...rest}
      title="Dismiss this mail"
      description={
        <>
          <bdi>{listed(mail.logins)}</bdi> did not get it at <bdi className="break-all">{mail.address}</bdi>. Nothing is
          sent. Your name, the time and your note are recorded.
        </>
      }
      viewer={viewer}
      proven={proven}
      proofHint="You confirmed it more than 15 minutes ago."
      onSubmit={onSubmit}
      button={{ label: "Dismiss", busyLabel: "Recording…", variant: "primary" }}
    >
      <Field
        label="How were they told?"
        hint="Every Super User can read this."
        error={form.formState.errors.note?.message}
      >
        {(control) => <Textarea {...control} {...form.register("note")} rows={2} />}
      </Field>
    </DeedDialog>
  );
}
