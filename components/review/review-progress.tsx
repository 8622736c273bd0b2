"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { ReviewPage } from "@/lib/domain/review/schema";
import { progressLabel, ruleLabel } from "./review-labels";

/** How much of the period's question is answered, and what happens to the rest. */
export function ReviewProgress({ review }: { review: ReviewPage }) {
  const { total, open, confirmed, rule } = review;
  const t = useTranslations("review");
  const format = useFormatter();
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p role="status" className="font-medium text-sm" suppressHydrationWarning>
          {progressLabel(t, format, review)}
        </p>
        <div
          aria-hidden="true"
          className="mt-1.5 h-2 overflow-hidden rounded-full border border-line-strong bg-surface-sunken"
        >
          <div
            className="h-full bg-accent-fill transition-[width] motion-reduce:transition-none forced-colors:bg-[Highlight]"
            style={{ width: `${(confirmed / total) * 100}%` }}
          />
        </div>
      </div>
      <Alert tone={rule === "off" || open === 0 ? "info" : "caution"}>{ruleLabel(t, rule)}</Alert>
    </div>
  );
}
