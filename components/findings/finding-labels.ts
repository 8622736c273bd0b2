import type { useTranslations } from "use-intl";
import type { Finding } from "@/lib/domain/findings/schema";

/** Says a message of the room `findings`, in the language of whoever reads. */
export type FindingsTranslator = ReturnType<typeof useTranslations<"findings">>;

/** The site's name, or what a finding is about. */
export function siteLabel(t: FindingsTranslator, site: Finding["site"]): string {
  if (site === null) return t("site.user");
  if (site.name === null) return t("site.deleted", { id: String(site.id) });
  return site.name || t("site.nameless", { id: String(site.id) });
}

type SeenOfFinding = Pick<Finding, "seen"> & Partial<Pick<Finding, "kind">>;

/**
 * What was seen of one finding: `Public and writable: admin`, `Permissions: 3`; where its kind is said already, `admin` alone.
 * Empty when the heading says it all.
 */
export function seenLabel(t: FindingsTranslator, { kind, seen }: SeenOfFinding): string {
  if (seen === null) return "";
  switch (seen.type) {
    case "rows":
      return t("seen.rows", { count: seen.count });
    case "ways":
      return seen.ways.map((way) => t(`seen.means.${way}`)).join(", ");
    case "texts":
      if (kind === "writable") return t("seen.writable", { levels: seen.texts });
      return seen.more === 0 ? seen.texts : t("seen.more", { shown: seen.texts, count: seen.more });
  }
}
