"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cn } from "./class-names";
import { useFieldLabel } from "./use-field-label";

type FieldControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** at the end of the label's line, such as a counter */
  aside?: ReactNode;
  /** a sentence, or the name of a message in `fields` */
  error?: string | undefined;
  className?: string;
  children: (control: FieldControlProps) => ReactNode;
};

/** Label, control, hint and error of one field, tied together for screen readers. */
export function Field({ label, hint, aside, error, className, children }: FieldProps) {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  // The sentence appears below a field that has the focus already: bring it into view too.
  useEffect(() => {
    if (error && ref.current?.contains(document.activeElement)) ref.current.scrollIntoView({ block: "nearest" });
  }, [error]);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div ref={ref} className={cn("flex flex-col gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        {aside}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-ink-soft">
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** The sentence under a field; announced when it appears. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  const fieldLabel = useFieldLabel();
  return (
    <p id={id} role={error ? "alert" : undefined} className={cn("text-danger text-sm", !error && "hidden")}>
      {error && (
        <span className="flex items-start gap-1.5">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          {fieldLabel(error)}
        </span>
      )}
    </p>
  );
}
