"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { cn } from "./class-names";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref"> & { label: string; indeterminate?: boolean };

/** A native checkbox with a target of 36 px around it. */
export function Checkbox({ label, indeterminate = false, className, ...rest }: CheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={cn("grid size-9 place-items-center rounded-md hover:bg-surface-sunken", className)}>
      <span className="sr-only">{label}</span>
      <input ref={ref} type="checkbox" className="size-4 accent-accent" {...rest} />
    </label>
  );
}
