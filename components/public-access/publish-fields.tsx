"use client";

import { type UseFormReturn, useWatch } from "react-hook-form";
import { StepUpFields } from "@/components/auth/step-up-fields";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { grouped } from "@/components/ui/plural";
import type { Viewer } from "@/lib/auth/schema";
import { type Consequences, MAX_REASON_LENGTH } from "@/lib/public-access/schema";
import { EndFields } from "./end-fields";
import type { PublishForm } from "./publish-form-schema";

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
      <Field
        label="Why?"
        hint="Every Super User reads this."
        aside={<ReasonCounter form={form} />}
        error={errors.reason?.message}
      >
        {(control) => <Textarea {...control} {...register("reason")} rows={2} />}
      </Field>
      <EndFields form={form} consequences={consequences} />
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

/** Of its own, so that its fields are registered last: the first field with an error gets the focus. */
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

function ReasonCounter({ form }: Pick<PublishFieldsProps, "form">) {
  const used = [...useWatch({ control: form.control, name: "reason" }).trim()].length;
  return (
    <span className={used > MAX_REASON_LENGTH ? "text-[0.8125rem] text-danger" : "text-[0.8125rem] text-ink-faint"}>
      <span className="sr-only">Characters used: </span>
      <span className="tabular-nums">
        {used}/{MAX_REASON_LENGTH}
      </span>
    </span>
  );
}
