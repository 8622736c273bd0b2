import type { useTranslations } from "use-intl";
import type { StillPublic } from "@/lib/domain/public-access/schema";

/** Says the words of the dialogs that change something. */
export type CommandsTranslator = ReturnType<typeof useTranslations<"commands">>;

/** What anyone can still read, why, and how it is undone in Matomo. */
export function stillPublicLabel(t: CommandsTranslator, { count, everySite }: StillPublic): string {
  return t("stillPublic.why", { every: everySite ? "yes" : "no", count });
}

/** How many permissions were taken away, of sites that stay public all the same. */
export function permissionsLabel(t: CommandsTranslator, count: number): string {
  return t("stillPublic.permissions", { count });
}
