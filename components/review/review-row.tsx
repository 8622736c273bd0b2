"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PersonalMark } from "@/components/outside/personal-mark";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Moment } from "@/components/ui/moment";
import { Cell, TableRow } from "@/components/ui/table";
import { Typed } from "@/components/ui/typed";
import type { ReviewRow as Row } from "@/lib/domain/review/schema";
import { ReviewConfirmed } from "./review-confirmed";
import { siteLabel } from "./review-labels";
import { ReviewUntil } from "./review-until";

type ReviewRowProps = {
  row: Row;
  asOf: string;
  timeZone: string;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onKeep: () => void;
  onMakePrivate: () => void;
};

/** One public site: who, why, since and until when, who confirmed it, and the two answers. */
export function ReviewRow({ row, asOf, timeZone, chosen, onChoose, onKeep, onMakePrivate }: ReviewRowProps) {
  const t = useTranslations("review");
  const site = siteLabel(t, row);
  const hidden = (text: ReactNode) => <span className="sr-only">{text}</span>;
  return (
    <TableRow className="relative flex flex-col gap-2 p-4 hover:bg-surface-sunken/60">
      <Cell className="absolute end-2 top-2.5 lg:static lg:w-12 lg:ps-3 lg:pe-0">
        <Checkbox
          label={t("choose", { site })}
          className="lg:-my-2"
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </Cell>
      <Cell className="pe-10 lg:pe-3">
        <Site row={row} />
      </Cell>
      <Cell label={t("column.confirmed")}>
        <ReviewConfirmed row={row} asOf={asOf} timeZone={timeZone} />
      </Cell>
      <Cell label={t("column.since")}>
        <Moment iso={row.since} />
        <span className="block text-[0.8125rem] text-ink-faint">
          {row.by === null
            ? t("byUnknown")
            : t.rich("by", { login: row.by, by: (login) => <bdi className="break-words">{login}</bdi> })}
        </span>
        <span className="block text-[0.8125rem] text-ink-faint">{t(`channel.${row.channel}`)}</span>
      </Cell>
      <Cell label={t("column.why")}>
        {row.reason ? (
          <Typed className="break-words">{row.reason}</Typed>
        ) : (
          <span className="text-ink-soft">{t("noReason")}</span>
        )}
      </Cell>
      <Cell label={t("column.until")}>
        <ReviewUntil until={row.until} asOf={asOf} timeZone={timeZone} />
      </Cell>
      <Cell className="pt-1 lg:pt-2.5">
        <div className="flex flex-wrap gap-2 lg:justify-end">
          <Button size="sm" onClick={onKeep}>
            <span>{t.rich("keep", { site, hidden })}</span>
          </Button>
          <Button size="sm" onClick={onMakePrivate}>
            <span>{t.rich("makePrivate", { site, hidden })}</span>
          </Button>
        </div>
      </Cell>
    </TableRow>
  );
}

/** Name, id and address, and what looked personal from outside; the name leads to the details. The address is text, never a link: whoever made the site typed it. */
function Site({ row }: { row: Row }) {
  const t = useTranslations("review");
  return (
    <div className="min-w-0">
      <p className="font-medium">
        <Link href={`/public-access?site=${row.id}`} className="underline-offset-4 hover:underline">
          <bdi className="break-words">{row.name || t("noName")}</bdi>
        </Link>
      </p>
      <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-faint">
        <span className="tabular-nums">{t("siteId", { id: String(row.id) })}</span>
        {row.url && (
          <bdi title={row.url} className="min-w-0 break-all">
            {row.url.replace(/^https?:\/\//, "").replace(/\/$/, "")}
          </bdi>
        )}
      </p>
      <PersonalMark count={row.personalCount} />
    </div>
  );
}
