"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { ReviewPage } from "@/lib/domain/review/schema";

type Formatter = Pick<ReturnType<typeof useFormatter>, "dateTime">;

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
      <Alert tone={rule === "off" || open === 0 ? "info" : "caution"}>
        {rule === "off" ? t("rule.off") : t("rule.lapses", { periods: Number(rule) })}
      </Alert>
    </div>
  );
}

/** `12 of 40 kept for the week of 23 November 2026 · 2 new`: what is new was kept by nobody */
export function progressLabel(
  t: ReturnType<typeof useTranslations<"review">>,
  format: Formatter,
  { total, open, confirmed, periodLabel }: Pick<ReviewPage, "total" | "open" | "confirmed" | "periodLabel">,
): string {
  const isWeek = periodLabel.length === "2026-11-23".length;
  const date = new Date(isWeek ? periodLabel : `${periodLabel}-01`);
  const start = format.dateTime(
    date,
    isWeek ? { dateStyle: "long", timeZone: "UTC" } : { month: "long", year: "numeric", timeZone: "UTC" },
  );
  const words = t(isWeek ? "progress.weekly" : "progress.monthly", { confirmed, total, start });
  const fresh = total - open - confirmed;
  return fresh > 0 ? `${words} · ${t("progress.fresh", { count: fresh })}` : words;
}
