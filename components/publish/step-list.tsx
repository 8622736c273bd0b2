"use client";

import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { type PublishStep, publishSteps } from "./step-policy";

/** Where one is on the way. Not a menu: the way on leads through each step, and Back through the browser's own. */
export function StepList({ current }: { current: PublishStep }) {
  const t = useTranslations("publish");
  const at = publishSteps.indexOf(current);
  return (
    <ol aria-label={t("steps")} className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
      {publishSteps.map((step, index) => (
        <li
          key={step}
          aria-current={step === current ? "step" : undefined}
          className={cn(
            "flex items-center gap-1.5",
            step === current ? "font-semibold text-ink underline underline-offset-4" : "text-ink-soft",
          )}
        >
          <span className="grid size-5 place-items-center rounded-full border border-line-strong text-xs tabular-nums">
            {index < at ? <Check className="size-3" aria-hidden="true" /> : index + 1}
          </span>
          {t(`step.${step}`)}
          {index < at && <span className="sr-only"> ({t("step.done")})</span>}
        </li>
      ))}
    </ol>
  );
}
