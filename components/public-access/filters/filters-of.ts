import type { SitesQuery } from "@/lib/domain/public-access/schema";

const names = ["group", "type", "channel", "attention"] as const;

/** The rarer filters that are in force; `""` is a value: the sites without a group. */
export function filtersOf(query: SitesQuery): { name: (typeof names)[number]; value: string }[] {
  return names.flatMap((name) => {
    const value = query[name];
    return value === null || value === undefined ? [] : [{ name, value }];
  });
}
