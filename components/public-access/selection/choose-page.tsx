"use client";

import { useTranslations } from "use-intl";
import { isChoosable, type RowContext } from "@/components/public-access/row/row-context";
import { Checkbox } from "@/components/ui/checkbox";
import type { SiteRow, SitesQuery } from "@/lib/domain/public-access/schema";
import { useMatchLabel } from "./use-match-label";

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
