import type { ActivityWords, SayActivity } from "@/components/events/activity-words";
import type { Coverage } from "@/lib/reports/coverage/schema";

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const TENTH_OF_A_PERCENT = 0.001;

type PercentWords = { say: SayActivity; format: Pick<ActivityWords["format"], "number"> };

/** `99.9%`. Rounded down, so that it says 100 only when there was no gap; and never 0 when something was watched. */
export function percentWords({ say, format }: PercentWords, watched: number): string {
  const percent = (part: number) => format.number(part, { style: "percent", maximumFractionDigits: 1 });
  if (watched > 0 && watched < TENTH_OF_A_PERCENT)
    return say("coverage.under", { percent: percent(TENTH_OF_A_PERCENT) });
  return percent(Math.floor(watched * 1_000) / 1_000);
}

/** `42 minutes`, `2 hours 5 minutes`, `3 days 4 hours`: the two largest units. */
export function lengthWords(say: SayActivity, length: number): string {
  const days = Math.floor(length / DAY_MINUTES);
  const hours = Math.floor((length % DAY_MINUTES) / HOUR_MINUTES);
  const minutes = length % HOUR_MINUTES;
  if (days > 0)
    return hours > 0 ? say("coverage.length.daysHours", { days, hours }) : say("coverage.length.days", { days });
  if (hours === 0) return say("coverage.length.minutes", { minutes });
  return minutes > 0
    ? say("coverage.length.hoursMinutes", { hours, minutes })
    : say("coverage.length.hours", { hours });
}

/** How often the watch looks, and how soon it is therefore heard. @param interval minutes */
export function leadWords(say: SayActivity, interval: number): string {
  return interval % HOUR_MINUTES === 0
    ? say("coverage.leadHours", { count: interval / HOUR_MINUTES })
    : say("coverage.leadMinutes", { count: interval });
}

/** The whole picture in one sentence, for whoever does not see it. */
export function coverageWords(words: ActivityWords, { watched, blindCount, longest, from }: Coverage): string {
  const { say, format } = words;
  if (watched === null) return say("coverage.sentence.never");
  const percent = percentWords(words, watched);
  const since = format.dateTime(new Date(from), { dateStyle: "medium", timeStyle: "short" });
  if (longest === null) return say("coverage.sentence.whole", { percent, since });
  return say("coverage.sentence.gaps", {
    ...{ percent, since, count: blindCount },
    length: lengthWords(say, longest.minutes),
  });
}

export type SliceState = "watched" | "partly" | "blind";

/** How a part of the time is painted: whole only when it was. */
export function sliceState(watched: number): SliceState {
  if (watched >= 1) return "watched";
  return watched > 0 ? "partly" : "blind";
}
