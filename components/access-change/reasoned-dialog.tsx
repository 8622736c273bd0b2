"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenForm } from "@/components/auth/use-proven-form";
import type { Result } from "@/lib/platform/result";
import { PlainList } from "./plain-list";
import { ReasonField } from "./reason-field";
import { typedReasonSchema } from "./typed-reason";

const formSchema = z.object({ reason: typedReasonSchema });

type ReasonedDialogProps<T> = Omit<ChangeDialogProps, "onDone"> & {
  title: string;
  description: string;
  /** what it means, one sentence each */
  means: readonly string[];
  button: { label: string; busyLabel: string };
  run: (input: z.output<typeof formSchema>) => Promise<Result<T>>;
  onDone: (outcome: T) => void | Promise<void>;
  noAnswer: string;
};

/** An action for the whole instance that tightens: what it means, why, and a recent proof. */
export function ReasonedDialog<T>({
  means,
  run,
  button,
  onDone,
  noAnswer,
  onChanged,
  ...rest
}: ReasonedDialogProps<T>) {
  const say = useTranslations("deeds");
  const form = useForm({ resolver: zodResolver(formSchema), defaultValues: { reason: "" } });
  const { onSubmit, proven } = useProvenForm({
    form,
    viewer: rest.viewer,
    action: "tighten",
    siteIds: [],
    alwaysAsk: false,
    run,
    fieldOf: (name) => (name === "reason" ? name : null),
    onDone,
    onRefused: onChanged,
    noAnswer,
  });
  return (
    <ConfirmDialog
      {...rest}
      proven={proven}
      proofHint={say("recentHint")}
      onSubmit={onSubmit}
      button={{ ...button, variant: "danger" }}
    >
      <PlainList sentences={means} />
      <ReasonField
        text={useWatch({ control: form.control, name: "reason" })}
        input={form.register("reason")}
        error={form.formState.errors.reason?.message}
      />
    </ConfirmDialog>
  );
}
