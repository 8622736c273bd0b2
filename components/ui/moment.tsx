"use client";

import { useTranslations } from "use-intl";
import { useDates } from "./use-dates";

/** The day of a moment, in the reader's time zone; the exact moment in UTC in its title. */
export function Moment({ iso }: { iso: string }) {
  const dates = useDates();
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap" suppressHydrationWarning>
      {dates.dayOf(iso)}
    </time>
  );
}

/** The last day of something that is over at `endsAt` (the midnight after that day in `timeZone`). */
export function LastDay({ endsAt, timeZone }: { endsAt: string; timeZone: string }) {
  const dates = useDates();
  const say = useTranslations("ui");
  const lastInstant = new Date(Date.parse(endsAt) - 1).toISOString();
  return (
    <time
      dateTime={endsAt}
      title={say("endsAt", { moment: dates.utc(endsAt) })}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {dates.dayOf(lastInstant, timeZone)}
    </time>
  );
}

/** `2 minutes ago`, counted from `asOf` (when it was read), so that server and browser say the same. */
export function Ago({ iso, asOf }: { iso: string; asOf: string }) {
  const dates = useDates();
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap" suppressHydrationWarning>
      {dates.ago(iso, asOf)}
    </time>
  );
}

/** The time of a moment of today; the exact moment in UTC in its title. */
export function TimeOfDay({ iso }: { iso: string }) {
  const dates = useDates();
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {dates.timeOf(iso)}
    </time>
  );
}

/** Date and time in the reader's time zone; UTC in its title. */
export function ExactMoment({ iso }: { iso: string }) {
  const dates = useDates();
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap" suppressHydrationWarning>
      {dates.moment(iso)}
    </time>
  );
}
