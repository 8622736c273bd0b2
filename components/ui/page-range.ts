export type PageRange = { page: number; pageSize: number; total: number };

/** What a page shows of the whole, such as 51 to 100 of 4312; null when there is nothing on it. */
export function rangeOf({ page, pageSize, total }: PageRange): { first: number; last: number; total: number } | null {
  const first = (page - 1) * pageSize + 1;
  return total === 0 || first > total ? null : { first, last: Math.min(page * pageSize, total), total };
}

export function lastPageOf({ pageSize, total }: Pick<PageRange, "pageSize" | "total">): number {
  return Math.max(1, Math.ceil(total / pageSize));
}
