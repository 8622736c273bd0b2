"use client";

import { Fragment, useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard } from "@/components/ui/radio-card";
import { addDays, useDates } from "@/components/ui/use-dates";
import type { Consequences } from "@/lib/domain/public-access/schema";
import { type EndForm, ends, fixedEnds } from "./end-form-schema";

type EndFieldsWords = {
  legend: string;
  /** the label of "another date" */
  date: string;
  /** how "no end date" is called here */
  none: { label: string; detail: string };
  /** what happens when the day is over */
  after: string;
};

type EndFieldsProps = {
  /** without them, those of a public site */
  words?: EndFieldsWords;
  chosen: EndForm["end"];
  inputs: { end: UseFormRegisterReturn; date: UseFormRegisterReturn };
  errors: { end: string | undefined; date: string | undefined };
} & Pick<Consequences, "today">;

/** Until when. No end date is a choice of its own, never the default. */
export function EndFields({ words, chosen, inputs, errors, today }: EndFieldsProps) {
  const errorId = useId();
  const t = useTranslations("commands");
  const choice = useChoice(today);
  const { legend, date, none, after } = words ?? {
    legend: t("end.legend"),
    date: t("end.date"),
    none: { label: t("end.none"), detail: t("end.noneDetail") },
    after: t("end.after"),
  };
  return (
    <fieldset aria-describedby={errorId} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      {ends.map((value) => (
        <Fragment key={value}>
          <RadioCard value={value} {...(value === "none" ? none : choice(value))} {...inputs.end} />
          {value === "date" && chosen === "date" && (
            <Field label={date} error={errors.date} className="ms-10 mb-2">
              {(field) => <Input {...field} {...inputs.date} type="date" min={today} className="sm:w-48" />}
            </Field>
          )}
        </Fragment>
      ))}
      <FieldError id={errorId} error={errors.end} />
      {chosen !== "none" && (
        <p className="text-[0.8125rem] text-ink-soft">
          {t("end.midnight")} {after}
        </p>
      )}
    </fieldset>
  );
}

/** How an end is called: `90 days`, and until which day that is. */
function useChoice(today: string): (end: Exclude<EndForm["end"], "none">) => { label: string; detail: string } {
  const t = useTranslations("commands");
  const dates = useDates();
  return (end) => {
    const days = fixedEnds.find((fixed) => fixed === end);
    if (days === undefined) return { label: t("end.other"), detail: "" };
    const day = dates.day(addDays(today, Number(days)));
    return { label: t("end.days", { days: Number(days) }), detail: t("end.until", { day }) };
  };
}
