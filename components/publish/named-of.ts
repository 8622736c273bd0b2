import type { NamedSite } from "@/lib/domain/publications/schema";

/** These sites, each with its name as far as it is known; the named ones first. */
export function namedOf(siteIds: readonly number[], named: readonly NamedSite[]): NamedSite[] {
  const ids = new Set(siteIds);
  const known = named.filter(({ id }) => ids.has(id));
  const knownIds = new Set(known.map(({ id }) => id));
  return [...known, ...siteIds.filter((id) => !knownIds.has(id)).map((id) => ({ id, name: "" }))];
}
