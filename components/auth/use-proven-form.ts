"use client";

import { type FormEvent, useRef } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import type { Result } from "@/lib/platform/result";
import { useProvenAction } from "./use-proven-action";

type ProvenForm<In extends FieldValues, Out extends FieldValues, T> = Omit<
  Parameters<typeof useProvenAction<T>>[0],
  "run" | "placeAtField"
> & {
  form: UseFormReturn<In, unknown, Out>;
  run: (values: Out) => Promise<Result<T>>;
  /** the field that a name of the server's refusal belongs to; null where there is none */
  fieldOf: (name: string) => Path<In> | null;
};

/**
 * A form whose action takes a proof: the fields are checked first, then the proof, then it is done. A refusal of the
 * server lands at its field and takes the focus; what was typed stays, but for password and code.
 */
export function useProvenForm<In extends FieldValues, Out extends FieldValues, T>(options: ProvenForm<In, Out, T>) {
  const { form, run, fieldOf, ...rest } = options;
  const checked = useRef<Out | null>(null);
  const { submit, busy, asks, problem, forget } = useProvenAction<T>({
    ...rest,
    run: () => (checked.current ? run(checked.current) : Promise.reject(new Error("nothing was checked"))),
    placeAtField: ({ fields }) => {
      const placed = Object.entries(fields).flatMap(([name, message]) => {
        const field = fieldOf(name);
        return field ? [{ field, message }] : [];
      });
      for (const { field, message } of placed) form.setError(field, { message }, { shouldFocus: true });
      return placed.length > 0;
    },
  });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    form.handleSubmit((values) => {
      checked.current = values;
      return submit(element);
    })();
  }

  return { onSubmit, proven: { busy, asks, problem }, forget };
}
