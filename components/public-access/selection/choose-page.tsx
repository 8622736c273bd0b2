"use client";

import { useTranslations } from "use-intl";
import { isChoosable, type RowContext } from "@/components/public-access/row/row-context";
import { Checkbox } from "@/components/ui/checkbox";
import type { SiteRow } from "@/lib/domain/public-access/schema";

type ChoosePageProps = { rows: readonly SiteRow[]; context: Pick<RowContext, "mayPublish" | "isChosen" | "onChoose"> };

/** Chooses all rows of the page with which something can be done, or none of them. */
export function ChoosePage({ rows, context }: ChoosePageProps) {
  const say = useTranslations("publicAccess.row");
  const choosable = rows.filter((row) => isChoosable(row, context));
  const count = choosable.filter((row) => context.isChosen(row.id)).length;
  if (choosable.length === 0) return <span className="sr-only">{say("chooseColumn")}</span>;
  return (
    <Checkbox
      label={say("choosePage")}
      checked={count === choosable.length}
      indeterminate={count > 0 && count < choosable.length}
      onChange={(event) => context.onChoose(choosable, event.target.checked)}
    />
  );
}
