import type { NamedSite } from "@/lib/domain/publications/schema";

/** More is another way to choose: the list. */
const MAX_PASTED = 100;

/**
 * The IDs or names in a pasted text: one in each line; in one line, separated by commas, semicolons or tabs, or IDs by
 * spaces.
 */
export function pastedSites(text: string): string[] {
  const lines = text
    .split(/[\r\n\t;,]+/)
    .flatMap((part) => (/^[\d\s]+$/.test(part) ? part.trim().split(/\s+/) : [part]));
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))].slice(0, MAX_PASTED);
}

/** The one of these sites that a pasted text means: by its ID, or by its whole name if no other has it. */
export function onlySiteOf<S extends NamedSite>(text: string, sites: readonly S[]): S | null {
  const byId = /^\d+$/.test(text) ? sites.find(({ id }) => id === Number(text)) : undefined;
  if (byId) return byId;
  const named = sites.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  return named.length === 1 ? (named[0] ?? null) : null;
}
