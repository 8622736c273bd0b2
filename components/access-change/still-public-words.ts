import type { useTranslations } from "use-intl";
import type { StillPublic } from "@/lib/domain/public-access/schema";

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
