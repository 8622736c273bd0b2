import type { ComponentProps } from "react";
import { cn } from "./class-names";

export const inputStyles =
  "block w-full rounded-lg border border-line-strong bg-surface px-3 py-2 text-base text-ink shadow-lift transition-colors hover:border-ink-faint aria-invalid:border-danger aria-invalid:outline-danger sm:text-sm";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(inputStyles, "min-h-10", className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cn(inputStyles, "min-h-20 resize-y", className)} {...rest} />;
}
