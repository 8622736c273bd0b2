import type { ActivityIntl } from "@/components/events/activity-intl";
import type { Exposure, ExposureDay } from "@/lib/reports/exposure/schema";
import type { Bucket } from "./exposure-picture";

const YEAR_DAYS = 366;

/** `2026-11-23` as `23 Nov 2026`. */
export function dayLabel({ format }: ActivityIntl, day: string): string {
  return format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
}

/** A day under the axis, as short as it can be: `23 Nov`, or `Nov 2026` in a picture of years. */
export function tickLabel({ format }: ActivityIntl, day: string, days: number): string {
  const parts =
    days > YEAR_DAYS ? ({ month: "short", year: "numeric" } as const) : ({ day: "numeric", month: "short" } as const);
  return format.dateTime(new Date(`${day}T00:00:00Z`), { ...parts, timeZone: "UTC" });
}

/** The picture in one sentence or two. @param days at least one */
export function summaryLabel(intl: ActivityIntl, { days, publicNow }: Pick<Exposure, "days" | "publicNow">): string {
  const { t } = intl;
  const [first] = days;
  if (!first) return t("exposure.notYet");
  const most = days.reduce((worst, day) => (day.public > worst.public ? day : worst), first);
  return t("exposure.summary", {
    ...{ first: first.public, now: publicNow, most: most.public, mostDay: dayLabel(intl, most.day) },
    outside: days.reduce((sum, day) => sum + day.outside, 0),
  });
}

/** What is said of a part of the picture to whoever points at it. */
export function tipLabel(intl: ActivityIntl, bucket: Bucket): string {
  const { t, format } = intl;
  const [from, to] = [dayLabel(intl, bucket.from), dayLabel(intl, bucket.to)];
  const counts = [
    ["public", bucket.public],
    ["made-public", bucket.madePublic],
    ["made-private", bucket.madePrivate],
    ["outside", bucket.outside],
  ] as const;
  return [
    from === to ? from : `${from} – ${to}`,
    ...counts
      .filter(([term, count]) => term === "public" || count > 0)
      .map(([term, count]) => `${t(`exposure.terms.${term}`)}: ${format.number(count)}`),
    ...bucket.marks.map((mark) => t(`exposure.terms.${mark}`)),
    ...(bucket.watched === "full" ? [] : [`${t("exposure.table.watched")}: ${t(`coverage.states.${bucket.watched}`)}`]),
  ].join("\n");
}

/** Whether something happened on a day. */
export function isEventful({ madePublic, madePrivate, outside, marks }: ExposureDay): boolean {
  return madePublic > 0 || madePrivate > 0 || outside > 0 || marks.length > 0;
}
