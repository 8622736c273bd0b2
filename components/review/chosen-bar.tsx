"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

type ChosenBarProps = { count: number; onClear: () => void; onKeep: () => void; onMakePrivate: () => void };

/** The answers for the chosen sites; in view while the list is scrolled. */
export function ChosenBar({ count, onClear, onKeep, onMakePrivate }: ChosenBarProps) {
  const t = useTranslations("review");
  return (
    <section
      aria-label={t("chosen.title")}
      className="sticky bottom-4 z-20 flex animate-appear flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl border border-line-strong bg-surface px-4 py-3 shadow-float"
    >
      <p className="font-semibold text-sm">{t("chosen.count", { count })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" onClick={onClear}>
          {t("chosen.clear")}
        </Button>
        <Button onClick={onMakePrivate}>{t("chosen.makePrivate")}</Button>
        <Button variant="primary" onClick={onKeep}>
          {t("chosen.keep", { count })}
        </Button>
      </div>
    </section>
  );
}
