"use client";

import { useFormatter } from "use-intl";
import { useDates } from "@/components/ui/use-dates";

const SAME_DAY_MS = 12 * 3_600_000;

/** When a probe was: the time alone while that can be no other day, else the day as well; UTC in its title. */
export function ProbeTime({ iso, asOf }: { iso: string; asOf: string }) {
  const dates = useDates();
  const format = useFormatter();
  const isRecent = Date.parse(asOf) - Date.parse(iso) < SAME_DAY_MS;
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap" suppressHydrationWarning>
      {isRecent ? format.dateTime(new Date(iso), { timeStyle: "short" }) : dates.moment(iso)}
    </time>
  );
}
