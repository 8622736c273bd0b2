"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";

type ProgressProps = {
  /** what is going on; in view and its name */
  label: string;
  /** how much is done and of how much; without it nobody knows yet */
  done?: number;
  total?: number;
};

/** How far long work is. Announce its end yourself: a progress bar is not read aloud by every screen reader. */
export function Progress({ label, done, total }: ProgressProps) {
  const id = useId();
  const t = useTranslations("ui");
  const known = done !== undefined && total !== undefined && total > 0;
  const words = known ? t("doneOf", { done, total }) : undefined;
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className="text-ink-soft tabular-nums" suppressHydrationWarning>
          {words}
        </span>
      </p>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={known ? 0 : undefined}
        aria-valuemax={known ? total : undefined}
        aria-valuenow={known ? Math.min(done, total) : undefined}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full border border-line-strong bg-surface-sunken"
      >
        {known ? (
          <div
            className="h-full bg-accent-fill transition-[width] forced-colors:bg-[Highlight]"
            style={{ width: `${Math.min(100, (done / total) * 100)}%` }}
          />
        ) : (
          <div className="h-full w-1/3 animate-to-and-fro bg-accent-fill motion-reduce:w-full motion-reduce:opacity-50 forced-colors:bg-[Highlight]" />
        )}
      </div>
    </div>
  );
}
