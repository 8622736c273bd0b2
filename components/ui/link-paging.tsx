import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonStyles } from "./button";
import { lastPageOf, type PageRange, rangeWords } from "./page-range";

type LinkPagingProps = PageRange & {
  path: string;
  /** what else the address says, such as a filter */
  query?: Record<string, string>;
};

/** Previous and next as links: `<path>?page=2`. */
export function LinkPaging({ path, query = {}, ...range }: LinkPagingProps) {
  const last = lastPageOf(range);
  const linkTo = (page: number) => `${path}?${new URLSearchParams({ ...query, page: String(page) })}`;
  if (last === 1 && range.page === 1) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 pt-4 text-ink-soft text-sm">
      <p>{rangeWords(range)}</p>
      <div className="flex gap-2">
        {range.page > 1 && (
          <Link className={buttonStyles({ size: "sm" })} href={linkTo(Math.min(range.page - 1, last))}>
            <ChevronLeft aria-hidden="true" /> Previous
          </Link>
        )}
        {range.page < last && (
          <Link className={buttonStyles({ size: "sm" })} href={linkTo(range.page + 1)}>
            Next <ChevronRight aria-hidden="true" />
          </Link>
        )}
      </div>
    </nav>
  );
}
