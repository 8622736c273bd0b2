"use client";

import { type UseFormReturn, useWatch } from "react-hook-form";
import { StepUpFields } from "@/components/auth/step-up-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { grouped } from "@/components/ui/plural";
import type { Viewer } from "@/lib/auth/schema";
import type { Consequences } from "@/lib/public-access/schema";
import { EndFields } from "./end-fields";
import { publicEndWords } from "./end-words";
import type { PublishForm } from "./publish-form-schema";
import { ReasonField } from "./reason-field";

type PublishFieldsProps = {
  form: UseFormReturn<PublishForm>;
  siteCount: number;
  viewer: Viewer;
  consequences: Consequences;
};

export function PublishFields({ form, siteCount, viewer, consequences }: PublishFieldsProps) {
  const { register, formState } = form;
  const { errors } = formState;
  return (
    <div className="flex flex-col gap-6 border-line border-t pt-6">
      <PublishReason form={form} />
      <PublishEnd form={form} consequences={consequences} />
      {siteCount > 1 && (
        <Field
          label={`Type ${grouped(siteCount)} to confirm that ${grouped(siteCount)} sites become public`}
          error={errors.typedCount?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...register("typedCount")}
              inputMode="numeric"
              autoComplete="off"
              className="sm:w-32"
            />
          )}
        </Field>
      )}
      <PublishProof form={form} viewer={viewer} />
    </div>
  );
}

/** Each of its own, so that the fields are registered as they stand: the first one with an error gets the focus. */
function PublishReason({ form }: Pick<PublishFieldsProps, "form">) {
  const text = useWatch({ control: form.control, name: "reason" });
  const error = form.formState.errors.reason?.message;
  return (
    <ReasonField
      label="Why?"
      hint="Every Super User reads this."
      text={text}
      input={form.register("reason")}
      error={error}
    />
  );
}

function PublishEnd({ form, consequences }: Pick<PublishFieldsProps, "form" | "consequences">) {
  const { register, control, formState } = form;
  const { end, date } = formState.errors;
  return (
    <EndFields
      words={publicEndWords}
      chosen={useWatch({ control, name: "end" })}
      inputs={{ end: register("end"), date: register("date") }}
      errors={{ end: end?.message, date: date?.message }}
      today={consequences.today}
      timeZone={consequences.timeZone}
    />
  );
}

function PublishProof({ form, viewer }: Pick<PublishFieldsProps, "form" | "viewer">) {
  const { register, formState } = form;
  const { password, code } = formState.errors;
  return (
    <StepUpFields
      viewer={viewer}
      hint="Publishing always takes this, however long ago you signed in."
      errors={{ password: password?.message, code: code?.message }}
      inputs={{ password: register("password"), code: register("code") }}
    />
  );
}
