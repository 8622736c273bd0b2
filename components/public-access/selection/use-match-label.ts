import { useFormatter, useTranslations } from "use-intl";
import type { SiteRow } from "@/lib/domain/public-access/schema";
import { matchKinds } from "@/lib/domain/publications/terms";

/** By what a search found rows: `2 by name, 9 in group Museums`; a group is named when it is the only one. */
export function useMatchLabel() {
  const t = useTranslations("publicAccess.match");
  const format = useFormatter();
  return (rows: readonly Pick<SiteRow, "matchedBy" | "group">[]): string => {
    const [only, ...others] = new Set(rows.filter((row) => row.matchedBy === "group").map((row) => row.group));
    const found = matchKinds.flatMap((kind) => {
      const count = rows.filter((row) => row.matchedBy === kind).length;
      if (count === 0) return [];
      const isOneGroup = kind === "group" && only !== undefined && others.length === 0;
      return [isOneGroup ? t("inGroup", { count, group: only }) : t(kind, { count })];
    });
    return format.list(found, { type: "unit" });
  };
}
