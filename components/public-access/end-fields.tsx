"use client";

import { Fragment, useId } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { addDays, dayOf } from "@/components/ui/date-words";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard } from "@/components/ui/radio-card";
import type { Consequences } from "@/lib/public-access/schema";
import { ends, fixedEnds, type PublishForm } from "./publish-form-schema";

type EndFieldsProps = { form: UseFormReturn<PublishForm>; consequences: Consequences };

/** Until when. No end date is a choice of its own, never the default. */
export function EndFields({ form, consequences }: EndFieldsProps) {
  const { register, control, formState } = form;
  const end = useWatch({ control, name: "end" });
  const errorId = useId();
  const { today, timeZone } = consequences;
  return (
    <fieldset aria-describedby={errorId} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">Until when?</legend>
      {ends.map((value) => (
        <Fragment key={value}>
          <RadioCard value={value} {...wordsOf(value, today)} {...register("end")} />
          {value === "date" && end === "date" && (
            <Field label="Last public day" error={formState.errors.date?.message} className="mb-2 ml-10">
              {(field) => <Input {...field} {...register("date")} type="date" min={today} className="sm:w-48" />}
            </Field>
          )}
        </Fragment>
      ))}
      <FieldError id={errorId} error={formState.errors.end?.message} />
      {end !== "none" && (
        <p className="text-[0.8125rem] text-ink-soft">
          The day ends at midnight, {timeZone} time. It then becomes private again by itself.
        </p>
      )}
    </fieldset>
  );
}

function wordsOf(end: PublishForm["end"], today: string): { label: string; detail: string } {
  if (end === "none") return { label: "No end date", detail: "public until somebody makes it private" };
  const days = fixedEnds.find((fixed) => fixed === end);
  if (days === undefined) return { label: "Another date", detail: "" };
  return { label: `${days} days`, detail: `until ${dayOf(addDays(today, Number(days)))}` };
}
