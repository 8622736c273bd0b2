"use client";

import { useFormatter, useTranslations } from "use-intl";
import { isChoosable, type RowContext } from "@/components/public-access/row/row-context";
import { Checkbox } from "@/components/ui/checkbox";
import type { SiteRow, SitesQuery } from "@/lib/domain/public-access/schema";
import { matchKinds } from "@/lib/domain/publications/terms";

type ChoosePageProps = {
  rows: readonly SiteRow[];
  query: Pick<SitesQuery, "q">;
  context: Pick<RowContext, "mayPublish" | "isChosen" | "onChoose">;
};

/** Chooses all rows of the page with which something can be done, or none of them; says how many, and why these. */
export function ChoosePage({ rows, query, context }: ChoosePageProps) {
  const t = useTranslations("publicAccess.row");
  const matchLabel = useMatchLabel();
  const choosable = rows.filter((row) => isChoosable(row, context));
  const count = choosable.filter((row) => context.isChosen(row.id)).length;
  const why = query.q === "" ? "" : matchLabel(choosable);
  const label = t("choosePage", { count: choosable.length });
  if (choosable.length === 0) return <span className="sr-only">{label}</span>;
  return (
    <Checkbox
      className="-my-2"
      label={why === "" ? label : `${label}: ${why}`}
      checked={count === choosable.length}
      indeterminate={count > 0 && count < choosable.length}
      onChange={(event) => context.onChoose(choosable, event.target.checked)}
    />
  );
}

/** By what a search found rows: `2 by name, 9 in group Museums`; a group is named when it is the only one. */
function useMatchLabel() {
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
