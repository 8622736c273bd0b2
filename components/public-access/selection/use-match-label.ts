import { useFormatter, useTranslations } from "use-intl";
import type { Matches, SiteRow } from "@/lib/domain/public-access/schema";
import { matchKinds } from "@/lib/domain/publications/terms";

type MatchKind = (typeof matchKinds)[number];
type Found = Pick<SiteRow, "matchedBy" | "group">;

/** By what a search found sites, in words: `2 by name, 9 in group Museums`. Empty when nothing was searched for. */
export function useMatchLabel() {
  const t = useTranslations("publicAccess.match");
  const format = useFormatter();
  const saidOf = (kind: MatchKind, count: number, group: string | null): string =>
    kind === "group" && group !== null ? t("inGroup", { count, group }) : t(kind, { count });
  const said = (counts: Omit<Matches, "total">, group: string | null) => {
    const found = matchKinds.filter((kind) => counts[kind] > 0);
    return format.list(
      found.map((kind) => saidOf(kind, counts[kind], group)),
      { type: "unit" },
    );
  };
  return {
    /** of all that match, whatever page shows them */
    ofAll: (counts: Matches) => said(counts, null),
    /** of these rows; a group is named when it is the only one */
    ofRows: (rows: readonly Found[]) => {
      const counts = { name: 0, url: 0, id: 0, group: 0 };
      for (const { matchedBy } of rows) if (matchedBy) counts[matchedBy] += 1;
      const groups = new Set(rows.filter((row) => row.matchedBy === "group").map((row) => row.group));
      const [only] = groups;
      return said(counts, groups.size === 1 && only !== undefined ? only : null);
    },
  };
}
