import type { SitesQuery } from "@/lib/domain/public-access/schema";

type Order = Pick<SitesQuery, "sort" | "dir">;

/** The order after the head of `column` was pressed: by it, then the other way round, then the list's own again. */
export function nextOrder({ sort, dir }: Order, column: NonNullable<Order["sort"]>): Order {
  if (sort !== column) return { sort: column, dir: "asc" };
  return dir === "asc" ? { sort: column, dir: "desc" } : { sort: null, dir: "asc" };
}
