"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Ask } from "@/components/public-access/page-state/use-sites-address";
import { Button } from "@/components/ui/button";
import { lastPageOf, type PageRange, rangeOf } from "@/components/ui/page-range";
import { Select } from "@/components/ui/select";
import { pageSizes } from "@/lib/domain/publications/terms";

/** Which part of the list is shown, how large a part is, and the ways to the others. */
export function SitesPaging({ onAsk, ...whole }: PageRange & { onAsk: Ask }) {
  const t = useTranslations("ui");
  const tHere = useTranslations("publicAccess.paging");
  const sizeId = useId();
  const last = lastPageOf(whole);
  const range = rangeOf(whole);
  const go = (page: number) => {
    onAsk({ page });
    window.scrollTo({ top: 0 });
  };
  return (
    <nav
      aria-label={t("pages")}
      className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3 text-ink-soft text-sm"
    >
      <p className="tabular-nums" suppressHydrationWarning>
        {range && tHere("range", range)}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex items-center gap-2">
          <label htmlFor={sizeId}>{tHere("size")}</label>
          <div className="w-24">
            <Select
              id={sizeId}
              value={whole.pageSize}
              onChange={({ target }) => onAsk({ pageSize: Number(target.value), page: 1 })}
            >
              {pageSizes.map((size) => (
                <option key={size} value={size}>
                  {size}
                </option>
              ))}
            </Select>
          </div>
        </div>
        {last > 1 && (
          <div className="flex gap-2">
            <Button size="sm" disabled={whole.page <= 1} onClick={() => go(Math.min(whole.page - 1, last))}>
              <ChevronLeft className="rtl:-scale-x-100" aria-hidden="true" /> {t("previous")}
            </Button>
            <Button size="sm" disabled={whole.page >= last} onClick={() => go(whole.page + 1)}>
              {t("next")} <ChevronRight className="rtl:-scale-x-100" aria-hidden="true" />
            </Button>
          </div>
        )}
      </div>
    </nav>
  );
}
