"use client";

import { useTranslations } from "use-intl";
import { useDates } from "./use-dates";

/** The day of a moment, in the instance's time zone; the exact moment in UTC in its title. */
export function Moment({ iso }: { iso: string }) {
  const dates = useDates();
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap" suppressHydrationWarning>
      {dates.dayOf(iso)}
    </time>
  );
}

type EndProps = {
  /** the midnight after the last day */
  endsAt: string;
  /** of a document that keeps its own zone; else the instance's */
  timeZone?: string;
};

/** The last day of something that is over at `endsAt`. */
export function LastDay({ endsAt, timeZone }: EndProps) {
  const dates = useDates();
  const t = useTranslations("ui");
  return (
    <time
      dateTime={endsAt}
      title={t("endsAt", { moment: dates.utc(endsAt) })}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {dates.lastDay(endsAt, timeZone)}
    </time>
  );
}

/** An end date, said alike everywhere: `through 28 Feb 2027`. */
export function Through(props: EndProps) {
  const t = useTranslations("ui");
  return t.rich("through", { day: () => <LastDay {...props} /> });
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

/** Date and time in the instance's time zone; UTC in its title. */
export function ExactMoment({ iso }: { iso: string }) {
  const dates = useDates();
  return (
    <time dateTime={iso} title={dates.utc(iso)} className="whitespace-nowrap" suppressHydrationWarning>
      {dates.moment(iso)}
    </time>
  );
}
