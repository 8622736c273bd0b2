import { grouped } from "./plural";

export type PageRange = { page: number; pageSize: number; total: number };

/** `51–100 of 4,312`; empty when there is nothing. */
export function rangeWords({ page, pageSize, total }: PageRange): string {
  const first = (page - 1) * pageSize + 1;
  if (total === 0 || first > total) return "";
  return `${grouped(first)}–${grouped(Math.min(page * pageSize, total))} of ${grouped(total)}`;
}

export function lastPageOf({ pageSize, total }: Pick<PageRange, "pageSize" | "total">): number {
  return Math.max(1, Math.ceil(total / pageSize));
}
