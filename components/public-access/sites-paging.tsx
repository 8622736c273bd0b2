"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { lastPageOf, type PageRange, rangeWords } from "@/components/ui/page-range";

export function SitesPaging({ onPage, ...range }: PageRange & { onPage: (page: number) => void }) {
  const last = lastPageOf(range);
  if (last === 1) return null;
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3 text-ink-soft text-sm"
    >
      <p className="tabular-nums">{rangeWords(range)}</p>
      <div className="flex gap-2">
        <Button size="sm" disabled={range.page <= 1} onClick={() => onPage(Math.min(range.page - 1, last))}>
          <ChevronLeft aria-hidden="true" /> Previous
        </Button>
        <Button size="sm" disabled={range.page >= last} onClick={() => onPage(range.page + 1)}>
          Next <ChevronRight aria-hidden="true" />
        </Button>
      </div>
    </nav>
  );
}
