"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { buttonStyles } from "./button-styles";
import { cn } from "./class-names";
import { Link } from "./link";
import { LinkPending } from "./link-pending";
import { lastPageOf, type PageRange, rangeOf } from "./page-range";

type LinkPagingProps = PageRange & {
  path: string;
  /** what else the address says, such as a filter */
  query?: Record<string, string>;
  /** what the address calls the page, where there is more than one list */
  param?: string;
  /** which pages these are, where there is more than one list */
  label?: string;
  /** the id of the list, where it is not what the page begins with: the next page is read from there on */
  anchor?: string;
};

/** Previous and next as links: `<path>?page=2`. */
export function LinkPaging({ path, query = {}, param = "page", label, anchor, ...whole }: LinkPagingProps) {
  const t = useTranslations("ui");
  const last = lastPageOf(whole);
  const range = rangeOf(whole);
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const linkTo = (page: number) => `${path}?${new URLSearchParams({ ...query, [param]: String(page) })}${hash}`;
  if (last === 1 && whole.page === 1) return null;
  return (
    <nav
      aria-label={label ?? t("pages")}
      className="flex flex-wrap items-center justify-between gap-3 pt-4 text-ink-soft text-sm"
    >
      <p>{range && t("range", range)}</p>
      <div className="flex gap-2">
        {whole.page > 1 && (
          <Link className={cn(buttonStyles({ size: "sm" }), "relative")} href={linkTo(Math.min(whole.page - 1, last))}>
            <ChevronLeft className="rtl:-scale-x-100" aria-hidden="true" /> {t("previous")}
            <LinkPending />
          </Link>
        )}
        {whole.page < last && (
          <Link className={cn(buttonStyles({ size: "sm" }), "relative")} href={linkTo(whole.page + 1)}>
            {t("next")} <ChevronRight className="rtl:-scale-x-100" aria-hidden="true" />
            <LinkPending />
          </Link>
        )}
      </div>
    </nav>
  );
}
