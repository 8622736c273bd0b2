"use client";

import { useDates } from "@/components/ui/use-dates";

/** Day and time in the zone of a statement, the same for everybody who reads it; UTC in its title. */
export function Stamp({ iso, timeZone }: { iso: string; timeZone: string }) {
  const dates = useDates();
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap" suppressHydrationWarning>
      {dates.moment(iso, timeZone)}
    </time>
  );
}
