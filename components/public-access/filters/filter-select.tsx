"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";

type Option = { value: string; label: string };

type FilterSelectProps = {
  label: string;
  /** what is chosen; null: everything */
  value: string | null;
  /** without it: "any" */
  any?: string;
  options: readonly Option[];
  onChange: (value: string | null) => void;
};

// "" is a value of its own (the sites without a group), so values are marked.
const ANY = "any";
const MARK = "=";

/** The browser's own list of choices with its name above; the chosen one is there even before the choices are read. */
export function FilterSelect({ label, value, any, options, onChange }: FilterSelectProps) {
  const id = useId();
  const t = useTranslations("publicAccess.filter");
  const listed = value === null || options.some((option) => option.value === value);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-[0.8125rem] text-ink-soft">
        {label}
      </label>
      <Select
        id={id}
        value={value === null ? ANY : `${MARK}${value}`}
        onChange={({ target }) => onChange(target.value === ANY ? null : target.value.slice(MARK.length))}
      >
        <option value={ANY}>{any ?? t("any")}</option>
        {!listed && <option value={`${MARK}${value}`}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={`${MARK}${option.value}`}>
            {option.label}
          </option>
        ))}
      </Select>
    </div>
  );
}
