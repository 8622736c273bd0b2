"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { lastPageOf, type PageRange, rangeOf } from "@/components/ui/page-range";

export function SitesPaging({ onPage, ...whole }: PageRange & { onPage: (page: number) => void }) {
  const say = useTranslations("ui");
  const last = lastPageOf(whole);
  const range = rangeOf(whole);
  if (last === 1) return null;
  return (
    <nav
      aria-label={say("pages")}
      className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3 text-ink-soft text-sm"
    >
      <p className="tabular-nums">{range && say("range", range)}</p>
      <div className="flex gap-2">
        <Button size="sm" disabled={whole.page <= 1} onClick={() => onPage(Math.min(whole.page - 1, last))}>
          <ChevronLeft className="rtl:-scale-x-100" aria-hidden="true" /> {say("previous")}
        </Button>
        <Button size="sm" disabled={whole.page >= last} onClick={() => onPage(whole.page + 1)}>
          {say("next")} <ChevronRight className="rtl:-scale-x-100" aria-hidden="true" />
        </Button>
      </div>
    </nav>
  );
}
