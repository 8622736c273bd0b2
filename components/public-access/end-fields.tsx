"use client";

import { Fragment, useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { addDays, dayOf } from "@/components/ui/date-words";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard } from "@/components/ui/radio-card";
import type { Consequences } from "@/lib/public-access/schema";
import { type EndForm, ends, fixedEnds } from "./end-form-schema";

export type EndFieldsWords = {
  legend: string;
  /** the label of "another date" */
  date: string;
  /** how "no end date" is called here */
  none: { label: string; detail: string };
  /** what happens when the day is over */
  after: string;
};

type EndFieldsProps = {
  words: EndFieldsWords;
  chosen: EndForm["end"];
  inputs: { end: UseFormRegisterReturn; date: UseFormRegisterReturn };
  errors: { end: string | undefined; date: string | undefined };
} & Pick<Consequences, "today" | "timeZone">;

/** Until when. No end date is a choice of its own, never the default. */
export function EndFields({ words, chosen, inputs, errors, today, timeZone }: EndFieldsProps) {
  const errorId = useId();
  return (
    <fieldset aria-describedby={errorId} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{words.legend}</legend>
      {ends.map((value) => (
        <Fragment key={value}>
          <RadioCard value={value} {...(value === "none" ? words.none : choice(value, today))} {...inputs.end} />
          {value === "date" && chosen === "date" && (
            <Field label={words.date} error={errors.date} className="mb-2 ml-10">
              {(field) => <Input {...field} {...inputs.date} type="date" min={today} className="sm:w-48" />}
            </Field>
          )}
        </Fragment>
      ))}
      <FieldError id={errorId} error={errors.end} />
      {chosen !== "none" && (
        <p className="text-[0.8125rem] text-ink-soft">
          The day ends at midnight, {timeZone} time. {words.after}
        </p>
      )}
    </fieldset>
  );
}

function choice(end: Exclude<EndForm["end"], "none">, today: string): { label: string; detail: string } {
  const days = fixedEnds.find((fixed) => fixed === end);
  if (days === undefined) return { label: "Another date", detail: "" };
  return { label: `${days} days`, detail: `until ${dayOf(addDays(today, Number(days)))}` };
}
