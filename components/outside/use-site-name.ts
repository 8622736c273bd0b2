import { useTranslations } from "use-intl";

/** What a site is called, also one without a name or one that Matomo has deleted. */
export function useSiteName(): (site: { id: number; name: string | null }) => string {
  const t = useTranslations("commands.site");
  return ({ id, name }) => name || t("unnamed", { id: String(id) });
}
