"use client";

import { Check, CircleHelp, Sparkle } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Ago } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import { useDates } from "@/components/ui/use-dates";
import type { ReviewRow } from "@/lib/domain/review/schema";
import { charactersOf } from "@/lib/platform/typed-text-terms";

type ReviewConfirmedProps = { row: ReviewRow; asOf: string; timeZone: string };

/** Whether somebody confirmed a site in this period, who did last and why, and when it becomes private if nobody does. */
export function ReviewConfirmed({ row, asOf, timeZone }: ReviewConfirmedProps) {
  const t = useTranslations("review");
  const dates = useDates();
  return (
    <div className="flex flex-col items-start gap-1">
      {row.isConfirmed ? (
        <Badge icon={row.kept ? Check : Sparkle}>{t(row.kept ? "confirmed" : "new")}</Badge>
      ) : (
        <Badge tone="caution" icon={CircleHelp}>
          {t("notYet")}
        </Badge>
      )}
      {row.kept && <Kept kept={row.kept} asOf={asOf} />}
      {row.lapsesAt && (
        <span className="text-[0.8125rem] text-caution" suppressHydrationWarning>
          {t("lapses", { day: dates.dayOf(row.lapsesAt, timeZone) })}
        </span>
      )}
    </div>
  );
}

function Kept({ kept, asOf }: { kept: NonNullable<ReviewRow["kept"]>; asOf: string }) {
  const t = useTranslations("review");
  const facts = {
    login: kept.by,
    by: (login: ReactNode) => <bdi>{login}</bdi>,
    ago: () => <Ago iso={kept.at} asOf={asOf} />,
  };
  return (
    <span className="min-w-0 break-words text-[0.8125rem] text-ink-faint">
      {charactersOf(kept.note) === ""
        ? t.rich("keptBy", facts)
        : t.rich("keptWithNote", { ...facts, note: () => <Typed>{kept.note}</Typed> })}
    </span>
  );
}
