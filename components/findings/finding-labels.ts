import type { useTranslations } from "use-intl";
import type { Finding } from "@/lib/domain/findings/schema";
import { type FindingKind, type FindingKindOfSites, findingKindsOfSites } from "@/lib/ledger/facts/finding-terms";

/** Says a message of the room `findings`, in the language of whoever reads. */
export type FindingsTranslator = ReturnType<typeof useTranslations<"findings">>;

/** Whether a kind is about one site each; else it is about the user `anonymous` itself. */
export function isAboutSites(kind: FindingKind): kind is FindingKindOfSites {
  return findingKindsOfSites.some((one) => one === kind);
}

/** The site's name, or what a finding is about. */
export function siteLabel(t: FindingsTranslator, site: Finding["site"]): string {
  if (site === null) return t("site.user");
  if (site.name === null) return t("site.deleted", { id: String(site.id) });
  return site.name || t("site.nameless", { id: String(site.id) });
}

type SeenOfFinding = Pick<Finding, "seen"> & Partial<Pick<Finding, "kind">>;

/**
 * What was seen of one finding: `Public and writable: admin`, `3 rows`; where its kind is said already, `admin` alone.
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
