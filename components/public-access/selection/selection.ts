import type { MatchingSites } from "@/lib/domain/public-access/reading-schema";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import type { NamedSite } from "@/lib/domain/publications/schema";

/** A chosen site, as far as it is known. The name is null when it was chosen with all that match. */
type Chosen = { id: number; name: string | null; isPublic: boolean };

/** The sites chosen so far, by id, in the order of choosing; kept across pages and searches. */
export type Selection = ReadonlyMap<number, Chosen>;

export const NOTHING_CHOSEN: Selection = new Map();

/** With these sites, too. */
export function choosing(selection: Selection, sites: readonly Pick<SiteRow, "id" | "name" | "isPublic">[]): Selection {
  return new Map([...selection, ...sites.map(({ id, name, isPublic }) => [id, { id, name, isPublic }] as const)]);
}

/** Exactly the sites that match a query, named first. `mayPublish` false: only what something can be done with. */
export function choosingAll(matching: MatchingSites, mayPublish: boolean): Selection {
  const publicIds = new Set(matching.publicSiteIds);
  const names = new Map(matching.named.map((site) => [site.id, site.name]));
  const ids = new Set([...names.keys(), ...matching.siteIds]);
  const chosen = [...ids].map((id) => ({ id, name: names.get(id) ?? null, isPublic: publicIds.has(id) }));
  return new Map(chosen.filter((site) => mayPublish || site.isPublic).map((site) => [site.id, site]));
}

/** Without these sites. */
export function leavingOut(selection: Selection, siteIds: readonly number[]): Selection {
  if (!siteIds.some((id) => selection.has(id))) return selection;
  const left = new Map(selection);
  for (const id of siteIds) left.delete(id);
  return left;
}

/**
 * Without the sites that became public or private since they were chosen (`rows` is the list as last read): what was
 * chosen to be made private must never be published by the same choice.
 */
export function asRead(selection: Selection, rows: readonly SiteRow[]): Selection {
  const turned = rows.filter((row) => selection.has(row.id) && selection.get(row.id)?.isPublic !== row.isPublic);
  return leavingOut(
    selection,
    turned.map((row) => row.id),
  );
}

/** What can be done with a selection: two actions with their own sites, never one that turns each around. */
export function actionsOn(selection: Selection): { toPublish: Chosen[]; toMakePrivate: Chosen[] } {
  const chosen = [...selection.values()];
  return { toPublish: chosen.filter((site) => !site.isPublic), toMakePrivate: chosen.filter((site) => site.isPublic) };
}

/** Sites as a dialog lists them: those with a known name first, the others by `unnamed`. */
export function namedSites(sites: readonly Chosen[], unnamed: (id: number) => string): NamedSite[] {
  const named = sites.map(({ id, name }) => ({ id, name: name ?? unnamed(id), known: name !== null }));
  return named.sort((a, b) => Number(b.known) - Number(a.known)).map(({ id, name }) => ({ id, name }));
}
