import type { ActivityIntl, ActivityTranslator } from "@/components/events/activity-intl";
import type { Coverage } from "@/lib/reports/coverage/schema";

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const TENTH_OF_A_PERCENT = 0.001;

type PercentWords = { t: ActivityTranslator; format: Pick<ActivityIntl["format"], "number"> };

/** `99.9%`. Rounded down, so that it says 100 only when there was no gap; and never 0 when something was watched. */
export function percentLabel({ t, format }: PercentWords, watched: number): string {
  const percent = (part: number) => format.number(part, { style: "percent", maximumFractionDigits: 1 });
  if (watched > 0 && watched < TENTH_OF_A_PERCENT) return t("coverage.under", { percent: percent(TENTH_OF_A_PERCENT) });
  return percent(Math.floor(watched * 1_000) / 1_000);
}

/** `42 minutes`, `2 hours 5 minutes`, `3 days 4 hours`: the two largest units. */
export function lengthLabel(t: ActivityTranslator, length: number): string {
  const days = Math.floor(length / DAY_MINUTES);
  const hours = Math.floor((length % DAY_MINUTES) / HOUR_MINUTES);
  const minutes = length % HOUR_MINUTES;
  if (days > 0)
    return hours > 0 ? t("coverage.length.daysHours", { days, hours }) : t("coverage.length.days", { days });
  if (hours === 0) return t("coverage.length.minutes", { minutes });
  return minutes > 0 ? t("coverage.length.hoursMinutes", { hours, minutes }) : t("coverage.length.hours", { hours });
}

/** How often the watch looks, and how soon it is therefore heard. @param interval minutes */
export function leadLabel(t: ActivityTranslator, interval: number): string {
  return interval % HOUR_MINUTES === 0
    ? t("coverage.leadHours", { count: interval / HOUR_MINUTES })
    : t("coverage.leadMinutes", { count: interval });
}

/** The whole picture in one sentence, for whoever does not see it. */
export function coverageLabel(intl: ActivityIntl, { watched, blindCount, longest, from }: Coverage): string {
  const { t, format } = intl;
  if (watched === null) return t("coverage.sentence.never");
  const percent = percentLabel(intl, watched);
  const since = format.dateTime(new Date(from), { dateStyle: "medium", timeStyle: "short" });
  if (longest === null) return t("coverage.sentence.whole", { percent, since });
  return t("coverage.sentence.gaps", {
    ...{ percent, since, count: blindCount },
    length: lengthLabel(t, longest.minutes),
  });
}

export type SliceState = "watched" | "partly" | "blind";

/** How a part of the time is painted: whole only when it was. */
export function sliceState(watched: number): SliceState {
  if (watched >= 1) return "watched";
  return watched > 0 ? "partly" : "blind";
}
