import { z } from "zod";

/** Sites as a tab keeps them. */
export const keptSites = z.array(z.object({ id: z.int(), name: z.string() }));

/** What this person kept in this tab; null when it is nothing, of another shape, or somebody else's. */
export function readKept<T extends { login: string }>(key: string, schema: z.ZodType<T>, login: string): T | null {
  try {
    const kept = schema.parse(JSON.parse(window.sessionStorage.getItem(key) ?? ""));
    return kept.login === login ? kept : null;
  } catch {
    return null;
  }
}
