"use client";

import { Check, CircleAlert, CircleHelp, Clock, Sparkle } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PersonalMark } from "@/components/outside/personal-mark";
import { useSiteName } from "@/components/outside/use-site-name";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { Ago, LastDay, Moment } from "@/components/ui/moment";
import { Cell, TableRow } from "@/components/ui/table";
import { Typed } from "@/components/ui/typed";
import { useDates } from "@/components/ui/use-dates";
import type { ReviewPage, ReviewRow as Row } from "@/lib/domain/review/schema";
import { charactersOf } from "@/lib/platform/typed-text-terms";

/** When the row was read, and in which zone its days are. */
type Read = Pick<ReviewPage, "asOf" | "timeZone">;

type ReviewRowProps = {
  row: Row;
  read: Read;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onKeep: () => void;
  onMakePrivate: () => void;
};

/** One public site: who, why, since and until when, who kept it, and the two answers. */
export function ReviewRow({ row, read, chosen, onChoose, onKeep, onMakePrivate }: ReviewRowProps) {
  const t = useTranslations("review");
  const site = useSiteName()(row);
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
        <Confirmed row={row} read={read} />
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
        <Until until={row.until} read={read} />
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
  const t = useTranslations("commands.site");
  return (
    <div className="min-w-0">
      <p className="font-medium">
        <Link href={`/public-access?site=${row.id}`} className="underline-offset-4 hover:underline">
          <bdi className="break-words">{row.name || t("noName")}</bdi>
        </Link>
      </p>
      <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-faint">
        <span className="tabular-nums">{t("id", { id: String(row.id) })}</span>
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

/** Whether somebody kept a site in this period, who did last and why, and when it becomes private if nobody does. */
function Confirmed({ row: { isConfirmed, kept, lapsesAt }, read: { asOf, timeZone } }: { row: Row; read: Read }) {
  const t = useTranslations("review");
  const dates = useDates();
  return (
    <div className="flex flex-col items-start gap-1">
      {isConfirmed ? (
        <Badge icon={kept ? Check : Sparkle}>{t(kept ? "confirmed" : "new")}</Badge>
      ) : (
        <Badge tone="caution" icon={CircleHelp}>
          {t("notYet")}
        </Badge>
      )}
      {kept && (
        <span className="min-w-0 break-words text-[0.8125rem] text-ink-faint">
          {t.rich("keptBy", {
            login: kept.by,
            by: (login) => <bdi>{login}</bdi>,
            ago: () => <Ago iso={kept.at} asOf={asOf} />,
          })}
          {charactersOf(kept.note) !== "" && <Typed className="block">{kept.note}</Typed>}
        </span>
      )}
      {lapsesAt && (
        <span className="text-[0.8125rem] text-caution" suppressHydrationWarning>
          {t("lapses", { day: dates.dayOf(lapsesAt, timeZone) })}
        </span>
      )}
    </div>
  );
}

const DAY_MS = 24 * 60 * 60_000;
/** An end as near as this is shown in amber; Super Users get a mail then. */
const NEAR_MS = 7 * DAY_MS;

/** The last public day of a site, and that it is near or over. */
function Until({ until, read: { asOf, timeZone } }: { until: string | null; read: Read }) {
  const t = useTranslations("review");
  const tEnd = useTranslations("commands.end");
  if (until === null) return <span className="text-ink-soft">{tEnd("none")}</span>;
  const left = Date.parse(until) - Date.parse(asOf);
  return (
    <div className="flex flex-col items-start gap-1">
      <LastDay endsAt={until} timeZone={timeZone} />
      {left <= 0 && (
        <Badge tone="danger" icon={CircleAlert}>
          {t("ended")}
        </Badge>
      )}
      {left > 0 && left <= NEAR_MS && (
        <Badge tone="caution" icon={Clock}>
          {t("endsIn", { days: Math.floor(left / DAY_MS) })}
        </Badge>
      )}
    </div>
  );
}
