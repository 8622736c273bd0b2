"use client";

import { CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { LastDay } from "@/components/ui/moment";

const DAY_MS = 24 * 60 * 60_000;
/** An end as near as this is shown in amber; Super Users get a mail then. */
const NEAR_MS = 7 * DAY_MS;

type ReviewUntilProps = {
  /** ISO 8601; null without an end date */
  until: string | null;
  asOf: string;
  timeZone: string;
};

/** The last public day of a site, and that it is near or over. */
export function ReviewUntil({ until, asOf, timeZone }: ReviewUntilProps) {
  const t = useTranslations("review");
  if (until === null) return <span className="text-ink-soft">{t("noEnd")}</span>;
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
          {left < DAY_MS ? t("endsToday") : t("endsIn", { days: Math.floor(left / DAY_MS) })}
        </Badge>
      )}
    </div>
  );
}
