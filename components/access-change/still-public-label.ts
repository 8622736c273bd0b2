import type { useTranslations } from "use-intl";
import type { StillPublic } from "@/lib/domain/public-access/schema";

export type CommandsTranslator = ReturnType<typeof useTranslations<"commands">>;

/** What anyone can still read, why, and how it is undone in Matomo. */
export function stillPublicLabel(t: CommandsTranslator, { count, everySite }: StillPublic): string {
  return t("stillPublic.why", { every: everySite ? "yes" : "no", count });
}
