import type { ComponentProps, ReactNode } from "react";

type RadioCardProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; detail?: ReactNode };

/** A radio button as a whole line that can be pressed. */
export function RadioCard({ label, detail, ...input }: RadioCardProps) {
  return (
    <label className="flex min-h-10 items-center gap-3 rounded-lg border border-line px-3 py-1.5 text-sm transition-colors hover:bg-surface-sunken has-checked:border-accent has-checked:bg-accent-soft">
      <input type="radio" className="size-4 shrink-0 accent-accent" {...input} />
      <span className="flex flex-1 flex-wrap justify-between gap-x-3">
        <span>{label}</span> <span className="text-ink-soft">{detail}</span>
      </span>
    </label>
  );
}
