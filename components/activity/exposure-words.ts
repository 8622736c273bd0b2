import type { ActivityWords } from "@/components/events/activity-words";
import type { Exposure, ExposureDay } from "@/lib/reports/exposure/schema";
import type { Bucket } from "./exposure-buckets";

const YEAR_DAYS = 366;

/** `2026-11-23` as `23 Nov 2026`. */
export function dayWords({ format }: ActivityWords, day: string): string {
  return format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
}

/** A day under the axis, as short as it can be: `23 Nov`, or `Nov 2026` in a picture of years. */
export function tickWords({ format }: ActivityWords, day: string, days: number): string {
  const parts =
    days > YEAR_DAYS ? ({ month: "short", year: "numeric" } as const) : ({ day: "numeric", month: "short" } as const);
  return format.dateTime(new Date(`${day}T00:00:00Z`), { ...parts, timeZone: "UTC" });
}

/** The picture in one sentence or two. @param days at least one */
export function summaryWords(words: ActivityWords, { days, publicNow }: Pick<Exposure, "days" | "publicNow">): string {
  const { say } = words;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return say("exposure.notYet");
  const outside = days.reduce((sum, day) => sum + day.outside, 0);
  if (days.length === 1) return say("exposure.summaryToday", { now: publicNow, outside });
  const most = days.reduce((worst, day) => (day.public > worst.public ? day : worst), first);
  return say("exposure.summary", {
    ...{ from: dayWords(words, first.day), to: dayWords(words, last.day) },
    ...{ first: first.public, now: publicNow, most: most.public, mostDay: dayWords(words, most.day), outside },
  });
}

/** What is said of a part of the picture to whoever points at it. */
export function tipWords(words: ActivityWords, bucket: Bucket): string {
  const { say } = words;
  const [from, to] = [dayWords(words, bucket.from), dayWords(words, bucket.to)];
  const lines = [
    bucket.from === bucket.to
      ? say("exposure.tip.day", { day: from, count: bucket.public })
      : say("exposure.tip.days", { from, to, count: bucket.public }),
    ...(bucket.madePublic > 0 ? [say("exposure.tip.made-public", { count: bucket.madePublic })] : []),
    ...(bucket.madePrivate > 0 ? [say("exposure.tip.made-private", { count: bucket.madePrivate })] : []),
    ...(bucket.outside > 0 ? [say("exposure.tip.outside", { count: bucket.outside })] : []),
    ...bucket.marks.map((mark) => say(`exposure.marks.${mark}`)),
    ...(bucket.watched === "full" ? [] : [say(`exposure.watched.${bucket.watched}`)]),
  ];
  return lines.join("\n");
}

/** Whether something happened on a day. */
export function isEventful({ madePublic, madePrivate, outside, marks }: ExposureDay): boolean {
  return madePublic > 0 || madePrivate > 0 || outside > 0 || marks.length > 0;
}
