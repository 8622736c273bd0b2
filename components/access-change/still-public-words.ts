import type { useTranslations } from "use-intl";
import type { Reach, StillPublic } from "@/lib/domain/public-access/schema";

/** Says the words of the dialogs that change something. */
export type CommandsWords = ReturnType<typeof useTranslations<"deeds">>;

/** What anyone can still read, why, and how it is undone in Matomo. */
export function stillPublicWords(say: CommandsWords, { count, everySite }: StillPublic): string {
  return say("stillPublic.why", { every: everySite ? "yes" : "no", count });
}

/** How many permissions were taken away, of sites that stay public all the same. */
export function permissionsWords(say: CommandsWords, count: number): string {
  return say("stillPublic.permissions", { count });
}

/** What taking every permission away comes to, before it is done. null: what is public is not known. */
export function takeAllWords(say: CommandsWords, reach: Reach | null): string[] {
  if (!reach?.everySite) return [becomePrivateWords(say, reach?.granted ?? null)];
  return [stillPublicWords(say, { count: 0, everySite: true })];
}

/** `12 public sites become private now.` null: how many there are is not known. */
export function becomePrivateWords(say: CommandsWords, publicCount: number | null): string {
  return publicCount === null ? say("allBecomePrivate") : say("becomePrivate", { count: publicCount });
}
