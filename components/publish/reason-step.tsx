"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo, useRef } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { EndFields } from "@/components/access-change/end-fields";
import { ReasonField } from "@/components/access-change/reason-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Consequences } from "@/lib/domain/public-access/schema";
import { charactersOf } from "@/lib/platform/typed-text-terms";
import type { PublishDraft } from "./draft";
import { type Reasoned, type ReasonForm, reasonFieldOf, reasonFormSchema } from "./reason-form";
import { StepButtons, StepFrame } from "./step-frame";
import type { PublishFlowState } from "./use-publish-flow";

type ReasonStepProps = Pick<PublishFlowState, "update"> & {
  draft: PublishDraft;
  consequences: Pick<Consequences, "today">;
  /** what the server refused of it, by the names of its fields */
  refused: Readonly<Record<string, string>>;
  onBack: () => void;
  onNext: () => void;
};

/** Why, until when, and for more than one site how many. Each letter is kept as it is typed. */
export function ReasonStep({ draft, consequences, refused, update, onBack, onNext }: ReasonStepProps) {
  const t = useTranslations("publish");
  const count = draft.siteIds.length;
  const { today } = consequences;
  const typeExactly = t("typeExactly", { count });
  const resolver = useMemo(() => zodResolver(reasonFormSchema(count, today, typeExactly)), [count, today, typeExactly]);
  const { reason, end, date, typedCount } = draft;
  const form = useForm<ReasonForm, unknown, Reasoned>({ resolver, defaultValues: { reason, end, date, typedCount } });
  const { register, control, formState, setError, watch } = form;
  const typed = useWatch({ control });
  const { errors } = formState;

  const keep = useRef(update);
  keep.current = update;
  useEffect(() => {
    const { unsubscribe } = watch((values) => keep.current((before) => ({ ...before, ...values })));
    return unsubscribe;
  }, [watch]);
  // Once: what the server refused is marked where it was typed.
  const shown = useRef(refused);
  useEffect(() => {
    for (const [name, message] of Object.entries(shown.current)) {
      const field = reasonFieldOf(name, end);
      if (field) setError(field, { message }, { shouldFocus: true });
    }
    shown.current = {};
  }, [setError, end]);

  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit((values) => {
        update((before) => ({ ...before, ...values, reason: charactersOf(values.reason) }));
        onNext();
      })}
    >
      <StepFrame title={t("step.reason")}>
        <ReasonField text={typed.reason ?? ""} input={register("reason")} error={errors.reason?.message} />
        <EndFields
          chosen={typed.end ?? end}
          inputs={{ end: register("end"), date: register("date") }}
          errors={{ end: errors.end?.message, date: errors.date?.message }}
          today={today}
        />
        {count > 1 && (
          <Field label={t("typeCount", { count })} error={errors.typedCount?.message}>
            {(field) => (
              <Input
                {...field}
                {...register("typedCount")}
                inputMode="numeric"
                autoComplete="off"
                className="sm:w-32"
              />
            )}
          </Field>
        )}
        <StepButtons>
          <Button onClick={onBack}>{t("back")}</Button>
          <Button type="submit" variant="primary">
            {t("next")}
          </Button>
        </StepButtons>
      </StepFrame>
    </form>
  );
}
