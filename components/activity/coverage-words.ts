import { exactUtc } from "@/components/ui/date-words";
import { counted } from "@/components/ui/plural";
import type { BlindTime, Coverage } from "@/lib/coverage/schema";

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** `99.9 %`. Rounded down, so that it says 100 only when there was no gap; and never 0 when something was watched. */
export function percentWords(watched: number): string {
  const tenths = Math.floor(watched * 1_000);
  if (tenths === 0 && watched > 0) return "under 0.1 %";
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} %`;
}

/** `42 minutes`, `2 hours 5 minutes`, `3 days 4 hours`: the two largest units. */
export function lengthWords(minutes: number): string {
  if (minutes < HOUR_MINUTES) return counted(minutes, "minute");
  const [unit, size, rest, restSize] =
    minutes < DAY_MINUTES
      ? (["hour", HOUR_MINUTES, "minute", 1] as const)
      : (["day", DAY_MINUTES, "hour", HOUR_MINUTES] as const);
  const left = Math.floor((minutes % size) / restSize);
  return [counted(Math.floor(minutes / size), unit), ...(left > 0 ? [counted(left, rest)] : [])].join(" ");
}

/** `23 Nov 2026, 22:28 UTC to 23 Nov 2026, 23:10 UTC: 42 minutes` */
export function blindWords({ from, to, minutes }: BlindTime): string {
  return `${exactUtc(from)} to ${to === null ? "now" : exactUtc(to)}: ${lengthWords(minutes)}`;
}

/** The whole picture in one sentence, for whoever does not see it. */
export function coverageWords({ watched, blindCount, longest, from }: Coverage): string {
  if (watched === null) return "The watch has never looked, so nothing is known.";
  const since = `of the time since ${exactUtc(from)}`;
  if (longest === null) return `Watched ${percentWords(watched)} ${since}, without a gap.`;
  return `Watched ${percentWords(watched)} ${since}, with ${counted(blindCount, "gap")}, the longest of ${lengthWords(longest.minutes)}.`;
}

export type SliceState = "watched" | "partly" | "blind";

/** How a part of the time is painted: whole only when it was. */
export function sliceState(watched: number): SliceState {
  if (watched >= 1) return "watched";
  return watched > 0 ? "partly" : "blind";
}
