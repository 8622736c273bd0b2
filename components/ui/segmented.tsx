"use client";

import { type ReactNode, useId } from "react";

type SegmentedProps<V extends string> = {
  legend: string;
  value: V;
  options: readonly { value: V; label: ReactNode }[];
  onChange: (value: V) => void;
};

/** One choice of a few, always in view; radio buttons by nature, so arrow keys work. */
export function Segmented<V extends string>({ legend, value, options, onChange }: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset className="inline-flex max-w-full rounded-lg border border-line bg-surface-sunken p-0.5">
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex min-h-9 flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 text-ink-soft text-sm transition-colors hover:text-ink has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-lift has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
