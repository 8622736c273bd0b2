"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { HeaderCell, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { NamedSite } from "@/lib/domain/publications/schema";
import type { ReviewPage } from "@/lib/domain/review/schema";
import { ReviewRow } from "./review-row";

type ReviewTableProps = {
  review: ReviewPage;
  chosen: ReadonlySet<number>;
  onChoose: (siteIds: readonly number[], chosen: boolean) => void;
  onKeep: (site: NamedSite) => void;
  onMakePrivate: (site: NamedSite) => void;
};

/** Public sites that somebody is asked about, those that nobody confirmed first. */
export function ReviewTable({ review, chosen, onChoose, onKeep, onMakePrivate }: ReviewTableProps) {
  const { rows } = review;
  const t = useTranslations("review");
  const ids = rows.map((row) => row.id);
  return (
    <>
      <div className="flex items-center gap-1 border-line border-b px-2 py-1 text-sm lg:hidden">
        <ChooseAll ids={ids} chosen={chosen} onChoose={onChoose} />
        <span aria-hidden="true">{t("chooseAll")}</span>
      </div>
      <Table aria-label={t("list")}>
        <TableHead>
          <TableRow>
            <HeaderCell checkbox>
              <span className="hidden lg:block">
                <ChooseAll ids={ids} chosen={chosen} onChoose={onChoose} />
              </span>
              <span className="lg:hidden">{t("column.choose")}</span>
            </HeaderCell>
            <HeaderCell>{t("column.site")}</HeaderCell>
            <HeaderCell className="w-44">{t("column.confirmed")}</HeaderCell>
            <HeaderCell className="w-36">{t("column.since")}</HeaderCell>
            <HeaderCell className="w-52">{t("column.why")}</HeaderCell>
            <HeaderCell className="w-32">{t("column.until")}</HeaderCell>
            <HeaderCell className="w-52">
              <span className="sr-only">{t("column.answer")}</span>
            </HeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <ReviewRow
              key={row.id}
              row={row}
              read={review}
              chosen={chosen.has(row.id)}
              onChoose={(choose) => onChoose([row.id], choose)}
              onKeep={() => onKeep(row)}
              onMakePrivate={() => onMakePrivate(row)}
            />
          ))}
        </TableBody>
      </Table>
    </>
  );
}

type ChooseAllProps = Pick<ReviewTableProps, "chosen" | "onChoose"> & { ids: readonly number[] };

function ChooseAll({ ids, chosen, onChoose }: ChooseAllProps) {
  const t = useTranslations("review");
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <Checkbox
      label={t("chooseAll")}
      checked={ids.length > 0 && count === ids.length}
      indeterminate={count > 0 && count < ids.length}
      onChange={(event) => onChoose(ids, event.target.checked)}
    />
  );
}
