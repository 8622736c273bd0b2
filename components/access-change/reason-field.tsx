"use client";

import type { UseFormRegisterReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { reasonSchema } from "@/lib/domain/public-access/schema";
import { MAX_TEXT_LENGTH } from "@/lib/platform/typed-text-terms";

/** A reason as it is typed: a line break of a pasted text becomes a space; the server takes one line only. */
export const typedReasonSchema = z
  .string()
  .transform((text) => text.replaceAll(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? " " : blank)))
  .pipe(reasonSchema);

type ReasonFieldProps = {
  /** without it, the question why something is done */
  label?: string;
  hint?: string;
  /** what is typed so far */
  text: string;
  input: UseFormRegisterReturn;
  error: string | undefined;
};

/** Why something is done, in words for the other Super Users, with a count of the characters. */
export function ReasonField({ label, hint, text, input, error }: ReasonFieldProps) {
  const t = useTranslations("commands");
  return (
    <Field
      label={label ?? t("why")}
      hint={hint ?? t("whyHint")}
      aside={<Counter used={[...text.trim()].length} />}
      error={error}
    >
      {(control) => <Textarea {...control} {...input} rows={2} />}
    </Field>
  );
}

function Counter({ used }: { used: number }) {
  const t = useTranslations("commands");
  return (
    <span className={used > MAX_TEXT_LENGTH ? "text-[0.8125rem] text-danger" : "text-[0.8125rem] text-ink-faint"}>
      <span className="sr-only">{t("charactersUsed")} </span>
      <bdi className="tabular-nums">
        {used}/{MAX_TEXT_LENGTH}
      </bdi>
    </span>
  );
}
